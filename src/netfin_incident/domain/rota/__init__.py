"""What is changed about a rotation from day to day 轮值变动: overrides and swaps, entry by entry."""
