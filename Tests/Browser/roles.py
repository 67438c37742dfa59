"""Who reaches which page, and what comes of guesses, foreign forms and other people's numbers."""
import re
import sys

from service import Visitor, code, table, trygg

failures = []


def expect(what, found, wanted):
    if found != wanted:
        failures.append(f"{what}: {found}, not {wanted}")


members = table("members")
ring = members[0]["ring"]
contact, member, other = members[0]["personnummer"], members[3]["personnummer"], members[4]["personnummer"]
occasion = table("occasions")[0]["occasion"]
documents = trygg("document", "list", "--person", other)["documents"]
own = trygg("document", "list", "--person", member)["documents"]
verification, number = own[0]["code"], own[0]["number"]

trygg("user", "add", "kontakt", "--role", "ring_contact", "--ring", ring, "--person", contact)
trygg("user", "add", "utbildare", "--role", "provider", "--provider", "802002-4280")
trygg("user", "add", "utredare", "--role", "policy")
trygg("user", "add", "handläggaren", "--role", "registrar")

visitors = {
    "anyone": Visitor(place="192.0.2.10"),
    "member": Visitor("--person", member, place="192.0.2.11"),
    "contact": Visitor("kontakt", place="192.0.2.12"),
    "provider": Visitor("utbildare", place="192.0.2.13"),
    "policy": Visitor("utredare", place="192.0.2.14"),
    "registrar": Visitor("handläggaren", place="192.0.2.15"),
}

# Every page, and who sees it; the others are sent to sign in or told that there is no such page.
everyone = set(visitors)
persons = {"member", "contact"}
pages = {
    "/": everyone, "/logga-in": everyone, "/verifiera": everyone, "/tillganglighet": everyone,
    "/integritet": everyone, f"/verifiera/{verification}": everyone,
    "/mina-sidor": persons, "/mina-sidor/ar/2027": persons, "/mina-sidor/registerutdrag": persons,
    "/mina-sidor/utbildning": persons, "/mina-sidor/narvaro/1": persons,
    f"/mina-sidor/dokument/{number}.html": {"member"},
    "/ring": {"contact"}, "/ring/kalla": {"contact"}, "/ring/deltagare": {"contact"}, "/ring/fil": {"contact"},
    f"/ring/sammankomst/{occasion}": {"contact"},
    "/utbildning": {"provider"}, "/utbildning/pass": {"provider"}, "/utbildning/fil": {"provider"},
    "/utbildning/certifikat": {"provider"}, "/utbildning/deltagare/1/TR": {"provider"},
    "/utbildning/deltagare/1/SM": set(), "/utbildning/certifikat/2028-000001-7.pdf": set(),
    "/forslag": {"policy"}, "/forslag/TR-R1": {"policy"}, "/forslag/budget": {"policy"},
    "/forslag/budget/xml": {"policy"}, "/forslag/utkast/TR-R1.html": {"policy"},
    "/forslag/utkast/trygghetsringar.docx": {"policy"}, "/oversikt": {"registrar"}, "/oversikt/ringar": {"registrar"}, "/finns-inte": set(),
}
for path, readers in pages.items():
    for role, visitor in visitors.items():
        answer = visitor.get(path)
        wanted = 200 if role in readers else 303 if role == "anyone" and path != "/finns-inte" else 404
        expect(f"GET {path} as {role}", answer.status_code, wanted)
        if path.startswith(("/mina-sidor", "/ring", "/utbildning")):
            expect(f"{path} is not kept", answer.headers["Cache-Control"], "no-store")
        expect(f"{path} runs no script", "script" in answer.headers["Content-Security-Policy"], False)

# Forms that no page of ours made for this browser.
for path in ("/logga-in", "/logga-ut", "/verifiera", f"/ring/sammankomst/{occasion}", "/ring/kalla", "/utbildning/pass", "/utbildning/deltagare/1/TR/certifikat",
             "/mina-sidor/ar/2027/svar", "/mina-sidor/narvaro/1"):
    for fields in ({}, {"token": "0" * 64}, {"token": visitors["provider"].token("/utbildning/pass")}):
        answer = visitors["contact"].send("POST", path, data=fields)
        expect(f"POST {path} with {list(fields)}", answer.status_code, 403)

# Another member's document, and the number of one that does not exist, look the same.
theirs = documents[0]["number"]
for form in ("html", "xml", "pdf", "txt"):
    page = visitors["member"].get(f"/mina-sidor/dokument/{theirs}.{form}")
    none = visitors["member"].get(f"/mina-sidor/dokument/2028-999999-5.{form}")
    expect(f"another's {form}", page.status_code, 404)
    expect(f"no such {form}", none.status_code, 404)

# Nobody but the person and the registrar reads a full identity number, and no page holds one in its address.
for path in ("/ring", "/ring/deltagare", f"/ring/sammankomst/{occasion}", "/utbildning"):
    visitor = visitors["provider" if path == "/utbildning" else "contact"]
    text = visitor.get(path).text
    for row in members[:60]:
        whole = row["personnummer"]
        if whole in text or whole[2:8] + "-" + whole[8:] in text:
            failures.append(f"{path} shows a number")
            break

# The form keeps what was typed and says beside the field what is wrong.
typed = {"person": "19850709-2389", "module": "TR OBS", "starts": "2028-01-20T17:00", "reference": "r1"}
for ends, shown in (("", "session-ends-error"), ("2028-01-20T18:00", "session-person-error")):
    answer = visitors["provider"].post("/utbildning/pass", ends=ends, **typed)
    expect("a wrong session", answer.status_code, 422)
    for part in ('value="19850709-2389"', 'value="2028-01-20T17:00"', 'aria-invalid="true"', f'id="{shown}"'):
        expect(f"the form shows {part}", part in answer.text, True)

# Attendance sent twice from a bad line is stored once.
sheet = visitors["contact"].post(
    "/ring/kalla", key="roller-1", kind="meeting", starts="2028-02-01T18:00", called="all").headers["Location"].split("?")[0]
ids = re.findall(r'name="m(\d+)" value="absent"', visitors["contact"].get(sheet).text)
expect("the sheet names members", len(ids) > 20, True)
for done in ("recorded", "unchanged"):
    answer = visitors["contact"].post(sheet, **{f"m{person}": "absent" for person in ids})
    expect("the sheet is sent", answer.headers.get("Location"), f"{sheet}?klart={done}")
# The year of the first is locked.
locked_page = visitors["contact"].get(f"/ring/sammankomst/{occasion}").text
expect("a locked sheet takes marks", 'value="absent"' in locked_page, False)

# Guessing: a code takes five attempts, a place ten at once; 100 000 wrong ones are turned away.
locked = Visitor(place="192.0.2.20")
right = code("--person", other)
for _ in range(5):
    expect("a wrong code", locked.sign_in(right[:-4] + "ZZYY").status_code, 422)
expect("the right code after five", locked.sign_in(right).status_code, 422)
flood = Visitor(place="192.0.2.21")
token = flood.token()
statuses = [flood.send("POST", "/logga-in", data={"token": token, "code": f"{n:016d}"}).status_code
            for n in range(400)]
# A place regains one every six seconds.
expect("attempts taken", 10 <= statuses.count(422) <= 14, True)
expect("attempts turned away", statuses.count(429), 400 - statuses.count(422))
once = Visitor(place="192.0.2.22")
used = code("--person", other)
expect("a code", once.sign_in(used).status_code, 303)
expect("a code used twice", Visitor(place="192.0.2.23").sign_in(used).status_code, 422)

# A session ends when the user signs out, and when the rights are taken back.
expect("signed in", once.get("/mina-sidor").status_code, 200)
kept = dict(once.cookies)
expect("signing out", once.post("/logga-ut", page="/mina-sidor").status_code, 303)
once.cookies = kept
expect("a session that ended", once.get("/mina-sidor").status_code, 303)
trygg("user", "revoke", "utredare")
expect("rights taken back", visitors["policy"].get("/forslag").status_code, 303)

# Verification: the birth date opens a statement, five wrong ones close it, and the member withdraws the code.
born = f"{member[:4]}-{member[4:6]}-{member[6:8]}"
reader = Visitor(place="192.0.2.30")
path = f"/verifiera/{verification}"
expect("a statement without the birth date", "2027" in reader.get(path).text and "kr" in reader.get(path).text, False)
opened = reader.post(path, born=born)
expect("a statement with it", (opened.status_code, "2028-" in opened.text), (200, True))
visitors["member"].post(f"/mina-sidor/dokument/{number}/kod", page="/mina-sidor", open="no")
expect("a withdrawn code", Visitor(place="192.0.2.31").get(path).status_code, 422)
visitors["member"].post(f"/mina-sidor/dokument/{number}/kod", page="/mina-sidor", open="yes")
closer = Visitor(place="192.0.2.32")
token = closer.token("/verifiera")
for _ in range(5):
    expect("a wrong birth date", closer.send("POST", path, data={"token": token, "born": "1900-01-01"}).status_code, 422)
last = Visitor(place="192.0.2.33").post(path, page="/verifiera", born=born)
expect("the right one after five", (last.status_code, "stängd" in last.text or "closed" in last.text), (422, True))

# Where a visitor is sent after signing in is never another site.
for target in ("//evil.example", "https://evil.example", "/\\evil.example"):
    visitor = Visitor(place="192.0.2.40")
    answer = visitor.post("/logga-in", code=code("--person", member), till=target)
    expect(f"sent to {target}", answer.headers["Location"], "/mina-sidor")

print("\n".join(failures))
sys.exit(1 if failures else 0)
