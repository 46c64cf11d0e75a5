#!/usr/bin/env python3
"""Checks match reports: written from docs/formats/match-report.md alone.

Usage: check.py FILE...   says for each file whether it holds, and its fingerprint.
"""
import datetime
import hashlib
import json
import struct
import sys


def blake(data):
    return hashlib.blake2b(data, digest_size=32).digest()


def count(n):
    out = b""
    while n >= 0x80:
        out += bytes([n & 0x7F | 0x80])
        n >>= 7
    return out + bytes([n])


def text(words):
    data = words.encode()
    return count(len(data)) + data


def i64(*numbers):
    return struct.pack("<%dq" % len(numbers), *numbers)


SUMS = ("mentees", "pairs", "points", "worth", "gain")


def sums_of(node):
    return tuple(node[name] for name in SUMS)


def must(condition, what):
    if not condition:
        raise ValueError(what)


def check_statement(statement):
    must(all(n >= 0 for n in sums_of(statement["all"])) and statement["weight"] >= 1, "range")
    codes = [bytes.fromhex(code) for code, _, _ in statement["mentors"]]
    must(codes == sorted(set(codes)), "order")
    must(all(price >= 0 for _, _, price in statement["mentors"]), "price")
    bound = statement["all"]["gain"] + sum(places * price for _, places, price in statement["mentors"])
    must(bound == statement["all"]["worth"], "worth")


def check_row(statement, head, rest, gain, path):
    matched = head["mentor"] is not None
    must(gain >= 0, "gain")
    worth = statement["weight"] * head["points"] + statement["bonus"] if matched and not head["by_hand"] else 0
    sums = (1, int(matched), head["points"], worth, gain)
    node = blake(text("pairbook row") + bytes.fromhex(head["salt"]) + text(head["name"]) + bytes([matched])
                 + struct.pack("<I", head["mentor"] or 0) + i64(head["points"]) + bytes([head["by_hand"]])
                 + rest + i64(*sums))
    for step in path:
        must(all(n >= 0 for n in sums_of(step)), "range")
        pair = [(bytes.fromhex(step["hash"]), sums_of(step)), (node, sums)]
        if not step["first"]:
            pair.reverse()
        node = blake(text("pairbook sum") + b"".join(digest + i64(*numbers) for digest, numbers in pair))
        sums = tuple(a + b for a, b in zip(pair[0][1], pair[1][1]))
    must(node.hex() == statement["all"]["hash"] and sums == sums_of(statement["all"]), "path")


def code_of(name):
    return blake(text("pairbook mentor") + bytes.fromhex(name["salt"]) + text(name["name"])).hex()


def check_mentee(statement, own):
    mentors, row = statement["mentors"], own["row"]
    must((own["mentor"] is None) == (own["mentor_name"] is None), "mentor")
    if own["mentor_name"]:
        must(code_of(own["mentor_name"]) == mentors[own["mentor"]][0], "code")
    if own["by_hand"]:
        must(row == [] and own["gain"] == 0, "by hand")
    else:
        must(len(row) == len(mentors), "row")
        for at, (points, (_, places, price)) in enumerate(zip(row, mentors)):
            if points < 0 or places == 0:
                must(own["mentor"] != at, "not allowed")
                continue
            best = statement["weight"] * points + statement["bonus"] - price
            must(best <= own["gain"], "a better mentor")
            if own["mentor"] == at:
                must(best == own["gain"] and points == own["points"], "own gain")
        must(own["mentor"] is not None or own["gain"] == 0, "gain without a pair")
    rest = blake(text("pairbook points") + bytes.fromhex(own["salt"]) + count(len(row)) + i64(*row))
    check_row(statement, own, rest, own["gain"], own["path"])


def check_mentor(statement, own):
    code, places, price = statement["mentors"][own["position"]]
    must(code_of(own) == code, "code")
    must(all(mentee["mentor"] == own["position"] for mentee in own["mentees"]), "somebody else's")
    must(len({mentee["salt"] for mentee in own["mentees"]}) == len(own["mentees"]), "twice")
    taken = sum(not mentee["by_hand"] for mentee in own["mentees"])
    must(taken <= places and (price == 0 or taken == places), "places")
    for mentee in own["mentees"]:
        check_row(statement, mentee, bytes.fromhex(mentee["rest"]), mentee["gain"], mentee["path"])


def fingerprint(statement):
    days = (datetime.date.fromisoformat(statement["made"]) - datetime.date(1970, 1, 1)).days
    out = text("pairbook statement") + b"\1" + text(statement["programme"]) + i64(statement["round"], days)
    out += bytes.fromhex(statement["rules"]) + bytes([statement["goal"] == "most_matched"])
    out += i64(statement["weight"], statement["bonus"]) + count(len(statement["mentors"]))
    for code, places, price in statement["mentors"]:
        out += bytes.fromhex(code) + struct.pack("<I", places) + i64(price)
    return blake(out + bytes.fromhex(statement["all"]["hash"]) + i64(*sums_of(statement["all"]))).hex()


def check(file):
    statement = file["statement"]
    check_statement(statement)
    if "mentee" in file:
        check_mentee(statement, file["mentee"])
    else:
        check_mentor(statement, file["mentor"])
    return fingerprint(statement)


def said(path):
    with open(path, encoding="utf-8") as file:
        try:
            digits = check(json.load(file))[:32]
            return "holds " + " ".join(digits[at:at + 4] for at in range(0, 32, 4))
        except ValueError as why:
            return "does not hold: %s" % why


for path in sys.argv[1:]:
    print(said(path))
