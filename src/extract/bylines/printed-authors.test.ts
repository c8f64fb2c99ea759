import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readFacts } from '../facts/page-facts.ts'
import { parsePage } from '../markup/page-tree.ts'
import { printedAuthors } from './printed-authors.ts'

type Where = {
  readonly before?: readonly string[]
  readonly after?: readonly string[]
  readonly foot?: readonly string[]
  readonly signing?: readonly string[]
  readonly html?: string
}

function namesOf({ before = [], after = [], foot = [], signing = [], html = '' }: Where): string[] {
  const head = [...before, 'Harbour pier reopens, Kate Marsh says', ...after]
  const lines = { head, titleAt: before.length, foot, signing }
  return printedAuthors(lines, readFacts(parsePage(html).root), (name) => name === 'The Tide Post')
}

const cases: readonly (readonly [string, Where, readonly string[]])[] = [
  ['after By', { after: ['By Ann Lee and Bo Ray in Paris'] }, ['Ann Lee', 'Bo Ray']],
  [
    'after By alone on its line',
    { after: ['By', 'Ann Lee', ',', 'and', 'Bo Ray', '3 May 2025'] },
    ['Ann Lee', 'Bo Ray'],
  ],
  ['run together with By', { after: ['ByDaryl Marsh'] }, ['Daryl Marsh']],
  ['run together with the date', { after: ['Dec 17, 2025Julian K. Arno'] }, ['Julian K. Arno']],
  ['beside a date', { after: ['Daniel Marsh', 'March 9, 2025'] }, ['Daniel Marsh']],
  ['beside an office', { after: ['Daniel Marsh', 'Senior editor'] }, ['Daniel Marsh']],
  ['with an office', { after: ['Daniel Marsh (Content Manager)'] }, ['Daniel Marsh']],
  ['with an account', { after: ['Daniel Marsh @danmarsh'] }, ['Daniel Marsh']],
  ['as a link to their page', { after: ['Zyx Quon'], html: '<a href="/authors/zyx-quon">Zyx Quon</a>' }, ['Zyx Quon']],
  ['under a portrait', { after: ['Zyx Quon'], html: '<img alt="Photo of Zyx Quon">' }, ['Zyx Quon']],
  [
    'not under a portrait where somebody else is marked',
    { after: ['Zyx Quon'], html: '<img alt="Photo of Zyx Quon"><span itemprop="author">tp/amar</span>' },
    [],
  ],
  [
    'in bold at an end of the text rather than the outlet',
    { after: ['By The Tide Post'], signing: ['Ann Lee/Zyx Quon'] },
    ['Ann Lee', 'Zyx Quon'],
  ],
  ['not in bold beside an agency', { signing: ['Ann Lee/Associated Press', 'Zyx Quon: what we know'] }, []],
  ['not in bold where a person is named', { after: ['By Bo Ray'], signing: ['Ann Lee'] }, ['Bo Ray']],
  ['not as the house in its logo', { after: ['The Tide Post'], html: '<img alt="The Tide Post">' }, []],
  ['in a marked byline', { after: ['Zyx Quon'], html: '<span class="author-name">Zyx Quon</span>' }, ['Zyx Quon']],
  ['in a note at the end', { foot: ['Hanna Lindqvist is a writer who lives by the sea.'] }, ['Hanna Lindqvist']],
  ['as two in a note', { foot: ['This guide was written by Ann Lee and Tom Reyes.'] }, ['Ann Lee', 'Tom Reyes']],
  ['after About the author', { foot: ['About the author', 'HL', 'Hanna Lindqvist'] }, ['Hanna Lindqvist']],
  [
    'over a note on them at the end',
    { foot: ['Ann Quon', 'Ann Quon covered ferries and harbors for the paper in the north.'] },
    ['Ann Quon'],
  ],
  ['as a person before the house', { after: ['By The Tide Post', 'Ann Marsh', '3 May 2025'] }, ['Ann Marsh']],
  ['as the house where nobody else is', { after: ['By The Tide Post'] }, ['The Tide Post']],
  ['in Arabic', { after: ['بقلم: ليلى حداد'] }, ['ليلى حداد']],
  ['not when it only stands there', { after: ['Daniel Marsh'] }, []],
  ['not when the headline names them', { after: ['Kate Marsh', '3 May 2025'] }, []],
  ['not when they reviewed it', { after: ['Reviewed by: Bo Ray'] }, []],
  ['not below Reviewed by', { after: ['Medically reviewed by', 'Ann Marsh', '3 May 2025'] }, []],
  ['not when they took the pictures', { after: ['Photos: Ann Marsh | 3 May 2025', 'By Bo Ray'] }, ['Bo Ray']],
  ['above the headline with a date', { before: ['Dec 17, 2025Julian K. Arno'] }, ['Julian K. Arno']],
  ['not in a menu above the headline', { before: ['By Industry', 'By Role'] }, []],
  ['not from initials that lead to a person', { after: ['AM'], html: '<a href="/authors/ann-marsh">AM</a>' }, []],
  ['not for the house without By', { after: ['The Tide Post', '3 May 2025'] }, []],
  ['not in a sentence', { after: ['By checking out, you agree to our Terms of Use and Privacy Policy.'] }, []],
  ['not for a section beside a date', { after: ['Harbour Travel', '3 May 2025'] }, []],
]

for (const [where, lines, names] of cases)
  test(`a name is read ${where}`, () => assert.deepEqual(namesOf(lines), names))
