import { globSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { type Html, html, raw } from '../../src/web/layout/html.ts'
import { framePage, type LinkTo, type SiteFiles } from './frame.ts'
import { type Document, readDocument } from './markdown.ts'
import type { SearchEntry } from './search-pages.ts'

type Group = { readonly name: string; readonly pages: readonly { readonly file: string; readonly label: string }[] }

/** The pages of the guide, its contents, and the change log; what is found in them. */
export function addGuide(files: SiteFiles): readonly SearchEntry[] {
  const groups = readGroups()
  const pages = groups.flatMap((group) => group.pages)
  const documents = new Map(pages.map(({ file }) => [file, readDocument(file, sitePath)]))
  for (const [at, { file }] of pages.entries()) {
    const document = documents.get(file)!
    const [before, after] = [pages[at - 1], pages[at + 1]]
    const path = sitePath(file)!
    const body = (link: LinkTo) => html`<div class="guide"><article class="doc">
${raw(document.write(link, files))}
<p class="around">${before && html`<a rel="prev" href="${link(sitePath(before.file)!)}">${before.label}</a>`}${after && html`<a rel="next" href="${link(sitePath(after.file)!)}">${after.label}</a>`}</p>
</article>
${contents(groups, link, file)}</div>
`
    files.set(path, framePage({ path, title: document.title, place: 'guide', body }))
  }
  files.set(
    'guide/index.html',
    framePage({
      path: 'guide/index.html',
      title: 'Guide',
      place: 'guide',
      body: (link) => html`<h1>Guide</h1>
<div class="shelf">${groups.map(
        ({ name, pages }) =>
          html`<section><h2>${name}</h2><ul>${pages.map(
            ({ file, label }) =>
              html`<li><a href="${link(sitePath(file)!)}">${capital(label)}</a> <small>${namedIn(documents.get(file)!)}</small></li>`,
          )}</ul></section>`,
      )}</div>
`,
    }),
  )
  const changes = readDocument('CHANGELOG.md', sitePath)
  files.set(
    'changes.html',
    framePage({
      path: 'changes.html',
      title: 'Changes',
      place: 'changes',
      body: (link) => html`<article class="doc">${raw(changes.write(link, files))}</article>
`,
    }),
  )
  return pages.flatMap(({ file }) => {
    const { title, parts } = documents.get(file)!
    return parts.map((part) => ({
      path: part.level === 1 ? sitePath(file)! : `${sitePath(file)}#${part.id}`,
      title: part.title,
      page: title,
      text: part.text,
    }))
  })
}

/** Where the site has a file of the repository. */
function sitePath(file: string): string | undefined {
  if (file === 'CHANGELOG.md') return 'changes.html'
  const name = /^docs\/guide\/([\w-]+)\.md$/.exec(file)?.[1]
  return name && `guide/${name}.html`
}

/** The order and the groups are those of the README, which lists the guide; a page it does not list comes last. */
function readGroups(): readonly Group[] {
  const groups = [...readFileSync('README.md', 'utf8').matchAll(/^- \*\*([^*]+)\*\*: (.*\]\(docs\/guide\/.*)$/gm)].map(
    ([, name = '', line = '']) => ({
      name,
      pages: [...line.matchAll(/\[([^\]]+)\]\((docs\/guide\/[\w-]+\.md)\)/g)].map(([, label = '', file = '']) => ({
        file,
        label,
      })),
    }),
  )
  const listed = new Set(groups.flatMap(({ pages }) => pages.map(({ file }) => file)))
  const others = globSync('docs/guide/*.md')
    .sort()
    .filter((file) => !listed.has(file))
    .map((file) => ({ file, label: basename(file, '.md') }))
  return others.length > 0 ? [...groups, { name: 'More', pages: others }] : groups
}

function contents(groups: readonly Group[], link: LinkTo, current: string): Html {
  return html`<nav class="contents" aria-label="Guide">${groups.map(
    ({ name, pages }) =>
      html`<h2>${name}</h2><ul>${pages.map(
        ({ file, label }) =>
          html`<li><a href="${link(sitePath(file)!)}"${file === current && html` aria-current="page"`}>${capital(label)}</a></li>`,
      )}</ul>`,
  )}</nav>
`
}

/** What a page is about, by its first headings. */
function namedIn({ parts }: Document): string {
  return parts
    .filter(({ level }) => level === 2)
    .slice(0, 4)
    .map(({ title }) => title)
    .join(' · ')
}

function capital(label: string): string {
  return label.charAt(0).toUpperCase() + label.slice(1)
}
