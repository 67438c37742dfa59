"""Each user's way through the service in a browser: member, contact person, provider, policy staff, registrar."""
import base64
import os
import sys
import tempfile

import requests

from chromium import Browser
from service import BASE, table, trygg

failures = []


def expect(what, holds):
    if not holds:
        failures.append(what)


members = table("members")
ring, contact, member = members[0]["ring"], members[0]["personnummer"], members[3]["personnummer"]
trainer = table("trainers")[0]["personnummer"]
trygg("user", "add", "kontakt", "--role", "ring_contact", "--ring", ring, "--person", contact)
trygg("user", "add", "utbildare", "--role", "provider", "--provider", "802002-4280")
trygg("user", "add", "utredare", "--role", "policy")
trygg("user", "add", "handläggaren", "--role", "registrar")

# The member signs in, sees where the year stands and why, opens the statement and reports an error.
for language, words in (("sv", "Mina handlingar"), ("en", "My documents")):
    with Browser(1280 if language == "sv" else 320, language) as browser:
        for path in ("/", "/verifiera", "/tillganglighet", "/integritet", "/finns-inte"):
            browser.open(path)
            if path == "/":
                browser.picture(f"start-{language}")
        browser.sign_in("--person", member)
        expect(f"own pages in {language}", words in browser.text())
        browser.picture(f"mina-sidor-{language}")
        link = browser.find("a[href$='.pdf']").get_attribute("href")
        cookies = "; ".join(f"{c['name']}={c['value']}" for c in browser.driver.get_cookies())
        answer = requests.get(link, headers={"Cookie": cookies})
        expect("the statement as PDF", answer.content[:5] == b"%PDF-" and answer.status_code == 200)
        browser.open(link.removeprefix(BASE).replace(".pdf", ".html"))
        expect("the statement keeps its style", browser.driver.execute_script(
            "return getComputedStyle(document.querySelector('main h1')).fontSize") != "16px")
        for path in ("/mina-sidor/registerutdrag", "/mina-sidor/utbildning", "/mina-sidor/ar/2027"):
            browser.open(path)
        browser.picture(f"ar-{language}")
        browser.press("a[href^='/mina-sidor/narvaro/']")
        browser.press("main form button")
        expect("an empty report is refused beside its field", len(browser.all(".field.wrong")) == 1)
        browser.find("input[value=not-called]").click()
        browser.press("main form button")
        expect("the report is received", len(browser.all(".notice[role=status]")) == 1)
        failures += browser.faults

# The contact person calls a meeting and takes attendance on a phone; sent again, nothing changes.
with Browser(360) as browser:
    browser.sign_in("kontakt")
    browser.open("/ring")
    browser.open("/ring/deltagare")
    browser.open("/ring/fil")
    browser.open("/ring/kalla")
    browser.press("main form button")
    expect("a call without a time is refused", "aria-invalid" in browser.driver.page_source)
    browser.open(f"/ring/sammankomst/{table('occasions')[0]['occasion']}")
    browser.open("/ring/kalla")
    browser.driver.execute_script("document.querySelector('[name=starts]').value = '2028-02-01T09:00'")
    browser.press("main form button")
    expect("the meeting is called", "/ring/sammankomst/" in browser.driver.current_url)
    for mark in browser.all("[name^=m][value=present]")[:3]:
        browser.driver.execute_script("arguments[0].click()", mark)
    browser.picture("narvaro", height=1100)
    browser.press(".stick button")
    expect("attendance is saved", "klart=recorded" in browser.driver.current_url)
    browser.press(".stick button")
    expect("sent again it changes nothing", "klart=unchanged" in browser.driver.current_url)
    tall = browser.driver.execute_script(
        "return Math.min(...[...document.querySelectorAll('.marks label, .button')].map(e => e.offsetHeight))")
    expect(f"targets are large ({tall} px)", tall >= 44)
    failures += browser.faults

# The provider uploads a file with one bad row, fetches the rejects, mends them and uploads those.
head = "reference,provider,programme,module,personnummer,starts_at,ends_at,trainer"
good = f"w1,802002-4280,TR,OBS,{member},2028-01-20T17:00,2028-01-20T18:00,{trainer}"
bad = f"w2,802002-4280,TR,OBS,{member[:-1]}{(int(member[-1]) + 1) % 10},2028-01-20T18:00,2028-01-20T19:00,{trainer}"
with Browser() as browser, tempfile.TemporaryDirectory() as folder:
    browser.sign_in("utbildare")
    browser.open("/utbildning")
    browser.picture("utbildning", height=1100)
    browser.open("/utbildning?program=SM")
    browser.open("/utbildning?certifikat=nej&sida=2")
    browser.open("/utbildning/certifikat")
    browser.open("/utbildning/deltagare/1/TR")
    browser.press("main form button")
    expect("the certificate is issued", "klart=certificate" in browser.driver.current_url)
    browser.picture("deltagare", height=1400)
    browser.open("/utbildning/certifikat")
    browser.open("/utbildning/pass")
    for text, stored, rejected in (("\n".join([head, good, bad, ""]), "1", "1"), (None, "1", "0")):
        if text is None:
            text = rejects.replace(bad.split(",")[4], member)
        path = os.path.join(folder, "pass.csv")
        open(path, "w", encoding="utf-8", newline="").write(text)
        browser.open("/utbildning/fil")
        browser.find("input[type=file]").send_keys(path)
        browser.press("main form button")
        result = browser.find("#result h2").text
        expect(f"the file is answered: {result}", result.startswith(f"{stored} sparade") and f"{rejected} avvisade" in result)
        links = browser.all("#result a[download]")
        if links:
            rejects = base64.b64decode(links[0].get_attribute("href").split(",", 1)[1]).decode()
            expect("only the bad row comes back", "w2" in rejects and "w1" not in rejects)
    failures += browser.faults

# Policy staff and the registrar.
with Browser(1280, dark=True) as browser:
    browser.sign_in("utredare")
    for path in ("/forslag", "/forslag/TR-R1", "/forslag/budget", "/forslag/utkast/TR-R1.html"):
        browser.open(path)
        if path == "/forslag/budget":
            browser.picture("budget", height=1400)
    browser.sign_in("handläggaren")
    browser.open("/oversikt")
    browser.picture("oversikt", height=1400)
    browser.open("/oversikt/ringar?lage=registrerad")
    browser.open("/forslag?fynd=error")
    failures += browser.faults

print("\n".join(failures))
sys.exit(1 if failures else 0)
