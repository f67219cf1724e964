"""The words people see: every label, sentence and error, in English and Chinese.

Chinese is written once, in Simplified; Traditional is derived from it by OpenCC (`s2t`), and only
from product and definition text, never from what a person typed.
"""
