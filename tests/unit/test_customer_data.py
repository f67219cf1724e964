import time

import pytest

from netfin_incident.domain.customer_data import Kind, found, masked


def kinds(text: str) -> list[Kind]:
    return [one.kind for one in found(text)]


@pytest.mark.parametrize(
    ("text", "covered"),
    [
        ("客户卡号6222021234567890128被扣两次", "客户卡号***************0128被扣两次"),
        ("card 4111 1111 1111 1111 declined", "card **** **** **** 1111 declined"),
        ("4111-1111-1111-1111", "****-****-****-1111"),
        ("Amex 3782 822463 10005", "Amex **** ****** *0005"),
        ("４１１１　１１１１　１１１１　１１１１", "****　****　****　１１１１"),
        ("身份证11010519491231002X。", "身份证**************002X。"),
        ("id 110105 19491231 002x", "id ****** ******** 002x"),
        ("旧证 110105491231002", "旧证 ***********1002"),
        ("手机13800138000无法登录", "手机138****8000无法登录"),
        ("+86 138 0013 8000, 0086-13900139000", "+86 138 **** 8000, 0086-139****9000"),
        ("tel13800138000/13900139000,15912345678", "tel138****8000/139****9000,159****5678"),
        ("收款账号：1202022009900123456", "收款账号：***************3456"),
        ("account number 754256621582", "account number ********1582"),
        ("IBAN DE89 3704 0044 0532 0130 00", "IBAN **** **** **** **** **30 00"),
        ("13800138000 6222021234567890128", "138****8000 ***************0128"),
    ],
)  # fmt: skip
def test_customer_data_is_covered_but_for_its_end(text: str, covered: str) -> None:
    assert masked(text) == covered
    assert len(covered) == len(text)
    assert kinds(covered) == []


@pytest.mark.parametrize(
    "text",
    [
        "INC-2026-0042 at 2026-11-24 13:14:05.123456",
        "20261124131326 and 20261124131326123, batch 202611240001234567",
        "epoch 1764000000, 1764000000000, 1764000000000000, 1764000000000000000",
        "order 4111111111111111, trace_id=4111111111111111, 流水号：6222021234567890128",
        "request id 13800138000; 订单号 13800138000",
        "¥6222021234567890128 or CNY 13800138000.00, 共 13800138000 笔",
        "0.4111111111111111 and 4111111111111111.50",
        "sha 41111111111111114111111111111111, a4111111111111111, 4111111111111111f",
        "550e8400-e29b-41d4-a716-446655440000",
        "10.12.13.14:13800, 192.168.100.200, fe80::4111:1111:1111:1111",
        "12,345,678,901 customers; 12 345 678 901 transactions",
        "账户余额 12345678901 元",
        "AWS account 754256621582",
        "20261124-13800138000",
        "hotline 95588, 400-800-8888, 010-66194567",
        "4111 1111 1111 1112",
        "11010519491331002X 110105194912310021",
        "0000000000000000 1111111111111111",
        "12345678901 10086138000",
        "DE89370400440532013001",
    ],
)
def test_other_numbers_of_incident_notes_stay(text: str) -> None:
    assert found(text) == ()
    assert masked(text) == text


def test_each_finding_says_where_it_stands() -> None:
    text = "卡 4111 1111 1111 1111，手机 13800138000"
    first, second = found(text)
    assert text[first.start : first.end] == "4111 1111 1111 1111"
    assert (second.kind, text[second.start : second.end]) == (Kind.MOBILE, "13800138000")


@pytest.mark.parametrize(
    "piece", ["1 ", "1-", "4111 ", "AA11 ", "卡号", "A", "9", "4111111111111111 "]
)
def test_looking_takes_time_in_proportion_to_the_length(piece: str) -> None:
    def taken(length: int) -> float:
        text = piece * (length // len(piece))
        begun = time.process_time()
        found(text)
        return time.process_time() - begun

    assert taken(20_000) < 40 * max(min(taken(2_000) for _ in range(3)), 0.0005)
