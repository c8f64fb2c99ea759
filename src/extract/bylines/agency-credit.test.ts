import assert from 'node:assert/strict'
import { test } from 'node:test'
import { agencyInByline, isAgency, readCredit } from './agency-credit.ts'

const none = { authors: [], bylines: [], sourceNames: [], blocks: [] }

function creditOfText(...blocks: string[]): string | undefined {
  return readCredit({ ...none, blocks })
}

const bylines: readonly (readonly [string, string | undefined])[] = [
  ['PA', 'PA'],
  ['By PA Reporter', 'PA'],
  ['Press Association', 'PA'],
  ['PA Media', 'PA'],
  ['Reuters', 'Reuters'],
  ['By Anna Keller, Reuters', 'Reuters'],
  ['Associated Press', 'AP'],
  ['By JO LEE, Associated Press', 'AP'],
  ['Robert Burns, AP National Security Writer', 'AP'],
  ['Agence France-Presse', 'AFP'],
  ['Le Courrier avec AFP', 'AFP'],
  ['dpa', 'dpa'],
  ['Press Trust of India', 'PTI'],
  ['الأناضول', 'Anadolu'],
  ['Ruritania Press Agency', 'Ruritania Press Agency'],
  ['Staff and agencies', undefined],
  ['Maya Okafor', undefined],
  ['Paula Apsell', undefined],
  ['Reuters Institute fellow Ann Lee', undefined],
]

for (const [byline, agency] of bylines) {
  test(`the byline “${byline}” names ${agency ?? 'no agency'}`, () => assert.equal(agencyInByline(byline), agency))
}

test('a dateline names the agency', () => {
  assert.equal(creditOfText('LONDON (Reuters) - Shares rose.'), 'Reuters')
  assert.equal(creditOfText('HANOI, Vietnam (AP) — The minister left.'), 'AP')
  assert.equal(creditOfText('PARIS, Aug 15 (AFP) - The minister left.'), 'AFP')
})

test('an abbreviation in brackets inside a sentence is no dateline', () => {
  assert.equal(creditOfText('Sales in the Middle East and North Africa (MENA) rose last year.'), undefined)
  assert.equal(creditOfText('The Palestinian Authority (PA) said that it would reply.'), undefined)
})

test('the closing line names the agency', () => {
  assert.equal(creditOfText('One.', 'Two.', 'The talks go on. — AFP'), 'AFP')
  assert.equal(creditOfText('One.', 'It ended at noon. (AP)'), 'AP')
  assert.equal(creditOfText('One.', 'Source: Xinhua'), 'Xinhua')
  assert.equal(creditOfText('One.', '(Reporting by Anna Keller; editing by Paul Ott)'), 'Reuters')
  assert.equal(creditOfText('One.', 'Reporting by Ibrahim Al, Saudi Press Agency'), 'SPA')
  assert.equal(creditOfText('One.', 'The minister left. /Ruritania News Agency'), 'RNA')
})

test('who is only named in brackets, took the picture, helped, or was once the employer did not report it', () => {
  for (const line of [
    'From May the harbor will be run by the Palestinian Authority (PA).',
    'The ministry denied this to Agence France-Presse (AFP).',
    'Das sagte ein Sprecher der Deutschen Presse-Agentur (dpa).',
    'Photograph: Tom Reed/AFP',
    'Photo : Paul Roy / AFP',
    'Foto: Jan Ott/dpa',
    'Additional reporting by Agence France-Presse',
  ])
    assert.equal(creditOfText('One.', 'Two.', line), undefined, line)
  assert.equal(creditOfText('One.', 'It ended at noon. (AP)', 'Photo: Tom Reed / AFP'), 'AP')
  assert.equal(agencyInByline('Jane Holt, formerly of Reuters'), undefined)
  assert.equal(agencyInByline('Jane Holt, formerly of Reuters, AP'), 'AP')
  assert.equal(
    creditOfText('One.', '(Reporting by Anna Keller; additional reporting by Jo Ott; editing by Li Na)'),
    'Reuters',
  )
})

test('who made the pictures did not report the text, wherever the line stands', () => {
  for (const line of [
    'Reporting by Anna Keller; pictures by Reuters',
    'Reporting by Anna Keller; editing by Paul Ott; photographs by AFP',
    'Photographs by Jo Ott/AP; text by staff',
    'Jo Ott/AFP (photos)',
    'Jo Ott (AP), photographer',
    'Anna Keller, with photography by Jo Ott for AP',
    'REUTERS/Jo Ott/File Photo',
    'Video — AFP',
    'Graphics / Reuters',
    'Getty Images / AFP',
    'Texte : Anne Rive ; photos : Reuters',
    'Anne Rive (texte) et AFP (photos)',
    'Crédit photo : J. Roy / AFP',
    'Drohnenaufnahmen / dpa',
    'Fotografías: Ana Ruiz / EFE',
    'تصوير - رويترز',
    'نص: سامي حداد، والصور - أ ف ب',
  ]) {
    assert.equal(creditOfText('One.', 'Two.', line), undefined, line)
    assert.equal(readCredit({ ...none, authors: [line] }), undefined, line)
  }
  for (const line of [
    'Photo: Jo Ott / AFP - The mayor in Lyon',
    'File photo, Lyon (Reuters) - The mayor',
    'Bild aus Köln (RNX) – Der Rat',
  ])
    assert.equal(creditOfText(line, 'One.', 'Two.'), undefined, line)
})

test('who reported the text did so beside pictures of others', () => {
  for (const [agency, line] of [
    ['Reuters', 'Reporting by Reuters, photos by AFP'],
    ['Reuters', 'Photos by Anna Keller; reporting by Reuters'],
    ['Reuters', '(Reporting by Anna Keller; Graphics by Jo Ott; Editing by Li Na)'],
    ['AFP', 'Texte : AFP ; photos : Anne Rive'],
    ['AFP', 'The police published photos of the man. (AFP)'],
    ['AP', 'The pictures by satellite showed the harbor. — AP'],
    ['AP', 'It ended at noon. (AP) - Photos by Jo Ott'],
  ] as const)
    assert.equal(creditOfText('One.', 'Two.', line), agency, line)
  for (const [agency, line] of [
    ['AFP', 'Le Courrier avec AFP, photos Anne Rive'],
    ['Reuters', 'Text: Reuters | Photos: Jo Ott'],
    ['AP', 'Jo Ott, video journalist, AP'],
  ] as const)
    assert.equal(agencyInByline(line), agency, line)
  assert.equal(creditOfText('PARIS (AFP) - Photos of the fire were published.', 'Two.'), 'AFP')
  assert.equal(creditOfText('رويترز - نشرت الشرطة صورة للحريق', 'Two.'), 'Reuters')
})

test('an agency named inside the text is not the origin', () => {
  assert.equal(
    creditOfText('He told Reuters that it was over.', 'AFP could not confirm this.', 'It ended there.'),
    undefined,
  )
  assert.equal(creditOfText('A first line.', 'The Associated Press contributed to this report.'), undefined)
})

test('the byline goes before the closing line', () => {
  assert.equal(readCredit({ ...none, authors: ['PA'], blocks: ['x', 'End. — AFP'] }), 'PA')
})

test('the source the structured data names counts as a credit', () => {
  assert.equal(readCredit({ ...none, sourceNames: ['Agence France-Presse'] }), 'AFP')
})

test('an agency is known by its whole name only', () => {
  assert.ok(isAgency('The Associated Press'))
  assert.ok(!isAgency('Associated Press photographer'))
})

test('a dateline names an agency that nobody listed', () => {
  assert.equal(creditOfText('Old Ford (RNX) – The bridge is open.'), 'RNX')
  assert.equal(creditOfText('CPA', '9 March', 'NEW FORD, March 9 (RNX) — The bridge is open.'), 'RNX')
})

test('an organization that brings its abbreviation is no dateline', () => {
  assert.equal(creditOfText('World Health Organization (WHO) – the agency said so.'), undefined)
  assert.equal(creditOfText('The bridge over the river (RNX) – it is open again.'), undefined)
})

test('initials by themselves are an agency only where something else says so', () => {
  const page = { ...none, authors: ['RNX'], blocks: ['The bridge is open.'] }
  assert.equal(readCredit(page), undefined)
  assert.equal(readCredit({ ...page, creditText: 'RNX' }), 'RNX')
  assert.equal(readCredit({ ...none, authors: ['RNX staff'] }), 'RNX')
})

test('an agency’s full name and its initials give one credit', () => {
  assert.equal(readCredit({ ...none, authors: ['Ruritania Press Agency'] }), 'RPA')
  assert.equal(creditOfText('OLD FORD (RPA) – The bridge is open.'), 'RPA')
})

test('the page’s own site is no agency', () => {
  const blocks = ['OLD FORD (RNX) – The bridge is open.']
  assert.equal(readCredit({ ...none, blocks, siteNames: ['RNX'] }), undefined)
  assert.equal(readCredit({ ...none, authors: ['RNX staff'], siteNames: ['RNX Fox 2'] }), undefined)
  assert.equal(readCredit({ ...none, blocks, siteNames: ['The Post'] }), 'RNX')
})
