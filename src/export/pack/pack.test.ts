import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { strToU8, unzipSync, zipSync } from 'fflate'
import { shownLines } from '../../core/text/shown-line.ts'
import { citedText, documents, dossier } from '../export-fixture.ts'
import { type CheckPackInput, writeCheckPack } from './check-pack.ts'
import type { PackInput } from './pack-input.ts'
import { reportLines } from './pack-report.ts'
import { type PackedFile, readStoredZip, writeStoredZip } from './stored-zip.ts'
import { verifyPack } from './verify-pack.ts'
import { writePack } from './write-pack.ts'

const input: PackInput = {
  version: '1.2.3',
  analyzers: { quotes: 17 },
  firstAt: '2025-03-04T10:00:00Z',
  lastAt: '2025-03-04T11:00:00Z',
  changedAt: '2025-03-04T12:00:00Z',
  dossier,
  articles: dossier.members.map(({ articleId, documentId, sourceName, title, publishedAt }) => ({
    id: articleId,
    outlet: sourceName,
    url: documents[documentId]?.url ?? '',
    authors: ['A. <Writer>'],
    language: 'en',
    publishedAt,
    kind: 'article',
    completeness: 'complete',
    revisions: [
      { document: `${documentId}-0`, title, readAt: '2025-03-04T10:30:00Z', text: 'Café ☕: an earlier text' },
      { document: documentId, title, readAt: '2025-03-04T11:30:00Z', text: citedText },
    ],
  })),
  lines: shownLines(dossier).map((line) => ({ ...line, checks: [{ check: 'words', isPassed: true }] })),
  droppedCount: 0,
}

const pasted = `⁠We read: “${citedText.slice(0, 9)}” ☕ <b>they</b> said, in 2031.`
const given = (words: string) => {
  const start = pasted.indexOf(words)
  return { document: 'text.txt', start, end: start + words.length, exact: words }
}
const inArticle = { document: dossier.members[0]!.documentId, start: 0, end: 9, exact: citedText.slice(0, 9) }
const checkInput: CheckPackInput = {
  version: '1.2.3',
  analyzers: { quotes: 17 },
  title: 'We read: <b>',
  text: pasted,
  language: 'en',
  findings: [
    {
      kind: 'quotation',
      result: 'altered',
      given: given(citedText.slice(0, 9)),
      speaker: 'A <i>',
      isOtherSpeaker: true,
      found: {
        citation: inArticle,
        around: { ...inArticle, end: 20, exact: citedText.slice(0, 20) },
        article: 'a',
        outlet: 'Post',
        publishedAt: '2025-03-04T10:00:00Z',
        speaker: 'B',
      },
      changes: [{ kind: 'words', given: given('they'), found: { ...inArticle, end: 2, exact: citedText.slice(0, 2) } }],
      carriers: { articles: 2, reports: 1, outlets: ['Post', '<Echo>'] },
      figures: [{ kind: 'number', result: 'differs', given: given('2031'), citation: inArticle }],
    },
    { kind: 'statement', result: 'not-found', given: given('We read'), changes: [], figures: [] },
  ],
  articles: input.articles,
}

const joined = (files: readonly PackedFile[]) => new Uint8Array(Buffer.concat([...writeStoredZip(files)]))
const { files, fingerprint } = await writePack(input)
const pack = joined(files)
const ofCheck = await writeCheckPack(checkInput)
const kindsOf = async (archive: Uint8Array<ArrayBuffer>, given?: string) =>
  (await verifyPack(archive, given)).problems.map((problem) =>
    'file' in problem ? `${problem.kind} ${problem.file}` : problem.kind,
  )
const withFile = (name: string, change: (text: string) => string) =>
  files.map((file) =>
    file.name === name ? { name, bytes: strToU8(change(Buffer.from(file.bytes).toString())) } : file,
  )

describe('an evidence pack', () => {
  it('is a ZIP that any program opens, with the exact texts, the same to the byte each time', async () => {
    const unpacked = unzipSync(pack)
    assert.deepEqual(
      Object.keys(unpacked),
      files.map(({ name }) => name),
    )
    assert.equal(Buffer.from(unpacked['texts/002.txt']!).toString(), citedText)
    assert.deepEqual(joined((await writePack(input)).files), pack)
  })

  it('is intact when nothing changed, and says what that shows', async () => {
    const report = await verifyPack(pack, fingerprint.toUpperCase())
    assert.deepEqual(report.problems, [])
    assert.equal(report.fingerprint, fingerprint)
    assert.deepEqual([report.fileCount, report.textCount], [files.length, 4])
    assert.ok(report.citationCount > 20)
    assert.match(reportLines(report).join('\n'), /^INTACT\.[\s\S]*that somebody rebuilt is intact, too/)
  })

  it('of a story and of a check is refused 200 times of 200 with one byte changed anywhere', async () => {
    let seed = 20_260_301
    const next = (below: number) => {
      seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0
      return Math.floor((seed / 2 ** 32) * below)
    }
    const passed: number[] = []
    for (let count = 0; count < 200; count++) {
      const original = count % 2 === 0 ? pack : joined(ofCheck.files)
      const [at, add] = [next(original.length), 1 + next(255)]
      const changed = Uint8Array.from(original)
      changed[at] = (changed[at]! + add) % 256
      if ((await verifyPack(changed)).problems.length === 0) passed.push(at)
    }
    assert.deepEqual(passed, [])
  })

  it('says when a passage of a transcript is heard, with the address that opens there, of a story and of a check', async () => {
    const spoken = {
      blocks: [{ kind: 'paragraph' as const, start: 0, end: citedText.length }],
      cues: [{ start: 0, end: citedText.length, atMs: 723_400 }],
    }
    const articles = input.articles.map((article) => ({
      ...article,
      recording: { url: 'https://pod.example/7.mp3', type: 'audio/mpeg' },
      revisions: article.revisions.map((each) => (each.text === citedText ? { ...each, spoken } : each)),
    }))
    const told = { atSeconds: 723, opensAt: 'https://pod.example/7.mp3#t=723' }
    const fileOf = (made: { readonly files: readonly PackedFile[] }, name: string) =>
      Buffer.from(made.files.find((file) => file.name === name)!.bytes).toString()
    const ofStory = await writePack({ ...input, articles })
    const lines = JSON.parse(fileOf(ofStory, 'sentences.json')) as { citations: { atSeconds?: number }[] }[]
    const cited = lines.flatMap(({ citations }) => citations)
    assert.ok(cited.length > 5 && cited.every(({ atSeconds }) => atSeconds === 723))
    const ofText = await writeCheckPack({ ...checkInput, articles })
    const [finding] = JSON.parse(fileOf(ofText, 'findings.json')) as [
      { found: { citation: object }; figures: { citation: object }[] },
    ]
    assert.deepEqual(finding.found.citation, { ...inArticle, ...told })
    assert.deepEqual(finding.figures[0]?.citation, { ...inArticle, ...told })
    for (const made of [ofStory, ofText]) {
      assert.match(
        fileOf(made, 'index.html'),
        /, heard at <a href="https:\/\/pod\.example\/7\.mp3#t=723" rel="noreferrer">12:03<\/a>/,
      )
      assert.doesNotMatch(fileOf(made, 'articles.json'), /spoken|cues/)
      assert.deepEqual((await verifyPack(joined(made.files), made.fingerprint)).problems, [])
    }
    assert.doesNotMatch(fileOf(ofCheck, 'index.html'), /heard at/)
  })

  it('of a check has the text and each finding in its place, and is refused when a place is moved', async () => {
    const report = await verifyPack(joined(ofCheck.files), ofCheck.fingerprint)
    assert.deepEqual(report.problems, [])
    assert.deepEqual([report.of, report.textCount, report.citationCount], ['check', 4, 8])
    assert.match(reportLines(report).join('\n'), /^INTACT\.\nCheck: /)
    const [first, second] = checkInput.findings
    const moved = { ...second!, given: { ...second!.given, start: 0 } }
    const forged = await writeCheckPack({ ...checkInput, findings: [first!, moved] })
    assert.deepEqual(await kindsOf(joined(forged.files)), ['citation findings.json'])
    const other = await writeCheckPack({ ...checkInput, text: pasted.replace('they', 'them') })
    assert.deepEqual(await kindsOf(joined(other.files)), ['citation findings.json'])
    const without = joined(ofCheck.files.filter(({ name }) => name !== 'text.txt'))
    assert.ok((await kindsOf(without)).includes('missing text.txt'))
    const page = Buffer.from(ofCheck.files.find(({ name }) => name === 'index.html')!.bytes).toString()
    assert.doesNotMatch(page, /<script|<i>|<Echo>| on\w+=/)
    for (const [, id] of page.matchAll(/href="#([^"]+)"/g)) assert.ok(page.includes(`id="${id}"`), id)
  })

  it('names what was changed, left out or added', async () => {
    assert.deepEqual(await kindsOf(joined(withFile('texts/001.txt', (text) => text.replace('an', 'no')))), [
      'changed texts/001.txt',
    ])
    const broken = await kindsOf(joined(withFile('texts/002.txt', (text) => text.replace('Monday', 'Sunday'))))
    assert.equal(broken[0], 'changed texts/002.txt')
    assert.ok(broken.includes('citation sentences.json'))
    assert.deepEqual(await kindsOf(joined(files.filter(({ name }) => name !== 'index.html'))), ['missing index.html'])
    assert.deepEqual(await kindsOf(joined([...files, { name: 'texts/999.txt', bytes: strToU8('x') }])), [
      'added texts/999.txt',
    ])
    assert.deepEqual(await kindsOf(joined(files.filter(({ name }) => name !== 'manifest.json'))), [
      'missing manifest.json',
    ])
    assert.deepEqual(await kindsOf(joined(withFile('manifest.json', (text) => text.replace('1.2.3', '1.2.4')))), [
      'changed manifest.json',
    ])
  })

  it('that somebody rebuilt matches itself, and is told by its fingerprint', async () => {
    const title = 'Council rejects bridge'
    const forged = await writePack({ ...input, dossier: { ...dossier, headline: { ...dossier.headline, title } } })
    assert.deepEqual(await kindsOf(joined(forged.files)), [])
    assert.deepEqual(await kindsOf(joined(forged.files), fingerprint), ['fingerprint'])
  })

  it('whose citation is not in the text is refused, though every hash is right', async () => {
    const [first, ...rest] = input.lines.filter(({ citations }) => citations.length > 0)
    const citations = first!.citations.map((one) => ({ ...one, exact: one.exact.replace('e', 'a') }))
    const moved = await writePack({ ...input, lines: [{ ...first!, citations }, ...rest] })
    assert.ok((await kindsOf(joined(moved.files))).includes('citation sentences.json'))
    const reworded = await writePack({ ...input, lines: [{ ...first!, text: 'Nobody wrote this.' }, ...rest] })
    assert.deepEqual(await kindsOf(joined(reworded.files)), ['citation sentences.json'])
  })

  it('is refused when it was zipped again, has bytes around it, or is no archive', async () => {
    const contents = Object.fromEntries(files.map(({ name, bytes }) => [name, bytes]))
    for (const other of [zipSync(contents), zipSync(contents, { level: 0 })])
      assert.ok((await kindsOf(new Uint8Array(other))).includes('archive'))
    const around = [
      Buffer.concat([pack, Buffer.from('x')]),
      Buffer.concat([Buffer.from('x'), pack]),
      pack.subarray(0, -1),
    ]
    for (const other of [...around, strToU8('hello'), new Uint8Array()])
      assert.deepEqual(await kindsOf(new Uint8Array(other)), ['archive'])
  })

  it('is refused when a name leads elsewhere, appears twice, or differs in the directory', async () => {
    const local = Buffer.from(pack)
    for (const [name, other] of [
      ['index.html', '../ex.html'],
      ['index.html', '/ndex.html'],
      ['index.html', 'ind\\x.html'],
      ['texts/002.txt', 'texts/001.txt'],
    ] as const) {
      const everywhere = Buffer.from(local.toString('latin1').replaceAll(`${name}`, other), 'latin1')
      assert.ok((await kindsOf(new Uint8Array(everywhere))).includes('archive'), other)
    }
    const inDirectory = Buffer.from(pack)
    inDirectory.write('story.jsom', inDirectory.lastIndexOf('story.json'))
    assert.deepEqual(await kindsOf(new Uint8Array(inDirectory)), ['archive'])
    assert.throws(() => [...writeStoredZip([{ name: '../x.txt', bytes: strToU8('x') }])])
    assert.equal(readStoredZip(strToU8('PK')).kind, 'other')
  })

  it('has a page without script, in which each passage is marked where it is cited', async () => {
    const page = Buffer.from(files.find(({ name }) => name === 'index.html')!.bytes).toString()
    assert.doesNotMatch(page, /<script|javascript:alert\(1\)"|<Writer>| on\w+=/)
    const links = [...page.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id)
    assert.ok(links.length > 10)
    for (const id of links) assert.ok(page.includes(`id="${id}"`), id)
    assert.ok(page.includes('We will open it in &#60;May&#62;'))
  })
})
