import assert from 'node:assert/strict'
import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { test } from 'node:test'

const pages = globSync(['*.md', 'docs/**/*.md'])

for (const page of pages)
  test(`every file and heading that ${page} links to is there`, () => {
    for (const [, link = ''] of readFileSync(page, 'utf8').matchAll(/\]\(([^)\s]+)\)/g)) {
      if (/^[a-z]+:/i.test(link)) continue
      const [path = '', heading] = link.split('#')
      const target = path === '' ? page : join(dirname(page), path)
      assert.ok(existsSync(target), `${page} links to ${link}`)
      if (heading !== undefined) assert.ok(anchorsOf(target).includes(heading), `${page} links to ${link}`)
    }
  })

/** The anchors of the headings of a page. */
function anchorsOf(page: string): readonly string[] {
  const prose = readFileSync(page, 'utf8').replace(/```[\s\S]*?```/g, '')
  return [...prose.matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} -]/gu, '')
      .replaceAll(' ', '-'),
  )
}

test('every path that a page names in its text is there', () => {
  // A path of the repository from its root, also below a folder that stands for it; `ROOM` and the like stand for a name.
  const paths = /(?:(?<![\w./-])|(?<=\/path\/to\/twosource\/))(?:src|test|lab|deploy|docs)\/[\w./*-]*[\w*]/g
  const missing = pages
    .filter((page) => page !== 'CHANGELOG.md')
    .flatMap((page) =>
      [...readFileSync(page, 'utf8').matchAll(paths)]
        .map(([path]) => path)
        .filter((path) => !/[A-Z]{2}/.test(path) && globSync(path).length === 0)
        .map((path) => `${page} names ${path}`),
    )
  assert.deepEqual(missing, [])
})

test('the guide names every command', () => {
  const guide =
    globSync('docs/guide/*.md')
      .map((file) => readFileSync(file, 'utf8'))
      .join('\n') + readFileSync('README.md', 'utf8')
  const commands = globSync('src/cli/*.ts').flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/^ {2}name: '([a-z]+)'/gm)].map(([, name]) => name),
  )
  assert.ok(commands.length >= 8)
  for (const name of commands)
    assert.match(guide, new RegExp(`npm start ${name}|parse, extract, analyze`), `${name} is not in the guide`)
})

test('no note is longer than a page', () => {
  for (const note of globSync('docs/notes/**/*.md'))
    assert.ok(readFileSync(note, 'utf8').split('\n').length <= 80, `${note} is too long`)
})
