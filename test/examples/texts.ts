/** Invented outlets, people and places: what the example views, and so the tests of pages, are made of. */
export type ExampleText = {
  readonly id: string
  readonly outlet: string
  readonly title: string
  readonly at: string
  readonly language: string
  readonly blocks: readonly string[]
}

export const wire: ExampleText = {
  id: 'doc-wire',
  outlet: 'Northern Wire',
  title: 'Harbor talks end with plan for a second ferry and shared night watch',
  at: '2026-03-16T22:10:00Z',
  language: 'en',
  blocks: [
    'Mara Ellind, the mayor of Halvik, said on Monday that she had phoned the island council during the talks to begin planning a second ferry between the two harbors.',
    'The council will “accept” a shared night watch on the strait, Ellind told reporters outside the old customs house.',
    'Around 140 people were moved from the lower quay after the storm, the harbor office said.',
    'Talks in detail',
    '“These were the two outcomes that mattered most today. They are good outcomes, and there was a real sense of unity,” said Tomas Reyd, who leads the island council.',
    '“I don’t think you need a toll on the bridge,” Ellind said in the council chamber, but told Harbor Radio later that “all of us would obviously prefer a fair toll while we work on the ferry”.',
    'Island crews have pledged to send forty volunteers if the harbor board signs by Friday.',
    'The first ferry has run since 2014. Engineers will start detailed work on Tuesday.',
  ],
}

export const copy: ExampleText = {
  ...wire,
  id: 'doc-copy',
  outlet: 'Halvik Post',
  title: 'Second ferry planned after harbor talks',
  at: '2026-03-16T23:40:00Z',
  blocks: wire.blocks.slice(0, 5),
}

export const own: ExampleText = {
  id: 'doc-own',
  outlet: 'The Strait Review',
  title: 'Reyd disputes the mayor’s account of the toll',
  at: '2026-03-17T06:05:00Z',
  language: 'en',
  blocks: [
    'The leader of the island council contradicted the mayor on Tuesday, saying that no toll had been discussed at all.',
    '“These were the two outcomes that mattered most. They are good outcomes, there was a real feeling of unity,” Tomas Reyd said in an interview.',
    'The harbor office now counts 210 people who left the lower quay.',
    'A toll, he said, would be an insult to the crews who have carried the island through four winters.',
  ],
}

export const arabic: ExampleText = {
  id: 'doc-arabic',
  outlet: 'صحيفة المضيق',
  title: 'محادثات الميناء تنتهي بخطة لعبّارة ثانية',
  at: '2026-03-17T08:30:00Z',
  language: 'ar',
  blocks: [
    'قالت رئيسة بلدية هالفيك يوم الاثنين إنها اتصلت بمجلس الجزيرة خلال المحادثات للتخطيط لعبّارة ثانية بين المرفأين.',
    '«هذه نتيجة جيدة للجميع»، قال توماس ريد للصحفيين.',
  ],
}

/** Another of one name, and words cut out of a denial. */
export const namesake: ExampleText = {
  id: 'doc-namesake',
  outlet: 'Strait Flyer',
  title: 'Halvik in the last eight',
  at: '2026-03-17T08:50:00Z',
  language: 'en',
  blocks: [
    'Mara Ellind, the goalkeeper of Halvik United, saved two penalties on Sunday.',
    '“You need a toll on the bridge,” Ellind said in the council chamber.',
  ],
}

/** What outlets may send us: markup, direction overrides, quotes that would end an attribute. */
export const hostile: ExampleText = {
  id: 'doc-hostile',
  outlet: '<script>alert("outlet")</script>',
  title: '"><img src=x onerror=alert(1)> \u202Eesrever\u202C & <b>bold</b>',
  at: '2026-03-17T09:00:00Z',
  language: 'en"><script>',
  blocks: [
    'Ferry </p></article><script>alert("text")</script> planned, officials say.',
    '“Quoted \u202E<!-- sdrawkcab -->” said a person.',
  ],
}

export const texts: readonly ExampleText[] = [wire, copy, own, arabic, hostile]

/** The text of a document and where its blocks stand. */
export function joinBlocks({ blocks }: ExampleText): {
  readonly text: string
  readonly spans: readonly { readonly start: number; readonly end: number }[]
} {
  let start = 0
  const spans = blocks.map((block) => {
    const span = { start, end: start + block.length }
    start = span.end + 1
    return span
  })
  return { text: blocks.join('\n'), spans }
}

/** Where words are in a text. Throws when they do not, since an example must hold like any citation. */
export function spanOf(example: ExampleText, words: string): { readonly start: number; readonly end: number } {
  const start = joinBlocks(example).text.indexOf(words)
  if (start === -1) throw new Error(`“${words}” does not stand in ${example.id}`)
  return { start, end: start + words.length }
}
