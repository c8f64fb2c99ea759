import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { serveDemo } from '../../test/e2e/serve-demo.ts'
import { readCommandLine, refuse } from '../../test/read-command-line.ts'
import { buildSite, writeSite } from './build-site.ts'
import { linkProblems } from './check-links.ts'

const HELP = `Usage: npm run site [-- --out FOLDER] [--base PATH]
Builds the website: the front page, the guide with its search, the API reference, the change log and a copy of the demo.
Any web server can serve the folder, at any path.

  --out FOLDER   where to (dist/site); an earlier site there is replaced
  --base PATH    where it is published, as in /twosource/: for the page that says a page is missing`

const { values } = readCommandLine(HELP, {
  out: { type: 'string', default: 'dist/site' },
  base: { type: 'string', default: '/' },
})
const { out, base } = values
if (!/^\/(?:[\w.~-]+\/)*$/.test(base)) refuse(`--base begins and ends with a slash, unlike “${base}”.`, HELP)
if (existsSync(out) && readdirSync(out).length > 0 && !existsSync(join(out, 'search-index.json')))
  refuse(`${out} has other files. Name a new or empty folder.`, HELP)

console.log('Reading the demo edition …')
await using demo = await serveDemo(new Date('2026-11-24T19:00:00Z'))
console.log('Copying its pages …')
const files = await buildSite({ origin: new URL(demo.url).origin, base })
const problems = linkProblems(files, base)
for (const problem of problems) console.error(problem)
if (problems.length > 0) process.exitCode = 1
await writeSite(files, out)
const pages = [...files.keys()].filter((path) => path.endsWith('.html')).length
const bytes = [...files.values()].reduce((sum, content) => sum + Buffer.byteLength(content), 0)
console.log(`${out}: ${pages} pages, ${(bytes / 2 ** 20).toFixed(1)} MB, ${problems.length} broken links`)
