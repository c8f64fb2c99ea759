import type { CheckPackInput } from './check-pack.ts'
import type { PackInput } from './pack-input.ts'

/** What a pack is, how to check it, and what that shows, for somebody who has never seen Twosource. */
export function packReadme({ dossier, version, changedAt }: PackInput): string {
  return `EVIDENCE PACK

${dossier.headline.title.replace(/\s+/g, ' ')}

What a Twosource server (version ${version}) showed about this story, and the
articles it came from. The story last changed at ${changedAt}.
Open index.html in a browser to read it. It needs no network.

WHAT IS INSIDE
  index.html       everything, to read
  story.json       the story and its independent reports
  articles.json    every article: outlet, URL, times, revisions, SHA-256
  sentences.json   every sentence shown, its place, and the checks it passed
  quotations.json  every quotation, its place, and how its speaker was identified
  texts/           the exact text of every revision we have
  pages/           pages as they were served, where they were kept (WARC 1.1)
  manifest.json    size and SHA-256 of every file above, and versions
  manifest.sha256  SHA-256 of manifest.json: the fingerprint of this pack

${common}`
}

/** The same for a text that was checked. */
export function checkReadme({ title, version }: CheckPackInput): string {
  return `EVIDENCE PACK OF A CHECK

${title.replace(/\s+/g, ' ')}

A text, what the articles on a Twosource server (version ${version}) had of its
quotations and statements, and those articles. Open index.html in a browser to
read it. It needs no network.

"Not in the articles here" is about those articles alone: it may have been said
all the same.

WHAT IS INSIDE
  index.html       everything, to read
  text.txt         the text that was checked
  check.json       its language, and how many findings there are
  findings.json    each finding: its place in the text, the first article with
                   the words and their place there, what differs, who has them
  articles.json    every cited article: outlet, URL, times, revisions, SHA-256
  texts/           the exact text of every revision we have
  pages/           pages as they were served, where they were kept (WARC 1.1)
  manifest.json    size and SHA-256 of every file above, and versions
  manifest.sha256  SHA-256 of manifest.json: the fingerprint of this pack

${common}`
}

const common = `Texts are the main texts of articles. Places are counted in UTF-16 code units
from 0, as JavaScript does. Texts and pages belong to their publishers.

HOW TO CHECK IT
  twosource verify FILE.zip --fingerprint FINGERPRINT
or, with Node.js 20 or later and nothing else:
  node twosource-verify.mjs FILE.zip --fingerprint FINGERPRINT
twosource-verify.mjs comes with each release of Twosource. It isn't in here: a
program in a pack can't vouch for that pack. Check the ZIP itself; unpacked and
zipped again it is another file. By hand, on an unpacked pack:
  sha256sum -c manifest.sha256
and compare the SHA-256 of each file with manifest.json.

WHAT THIS SHOWS, AND WHAT IT CAN'T
  It shows that no file changed since the manifest was written, and that every
  cited passage is in its text, letter by letter.
  It can't show who made the pack: somebody who changes a text, and then the
  manifest too, gets a pack that matches itself. So keep the fingerprint apart
  from the pack, or ask whoever made the pack for it. If the fingerprint is the
  same, the pack is the same, to the byte.
  It can't show when the pack was made. To prove a date, publish the
  fingerprint, or have it stamped (RFC 3161), and check that stamp:
    twosource verify FILE.zip --timestamp-request FILE.tsq
    twosource verify FILE.zip --timestamp FILE.tsr
  It can't show that an outlet really published these texts and pages: they are
  what the server read at that URL and time. Nor that what they report is true.
`
