import type { AskedOfModel, ModelBehaviour, ModelReply } from './model-server.ts'

/** What a model that is obeyed prints; it must be on no page. */
export const marker = 'ZEBRAQUARTZ'

type Claim = {
  readonly text: string
  readonly sentences: readonly number[]
  readonly exact: string
  readonly speaker?: string
}

const text = (written: string): ModelReply => ({ kind: 'text', text: written })
const json = (claims: readonly unknown[]): ModelReply => text(JSON.stringify({ claims }))

/** The first words of a sentence, as it is there. */
const exactOf = (sentence: string) => /^(?:\S+\s+){0,9}\S+/.exec(sentence)?.[0] ?? sentence

/** The first sentences, word for word. */
export function verbatim({ sentences, mostClaims }: AskedOfModel): readonly Claim[] {
  return sentences.slice(0, mostClaims).map(({ number, text }) => ({ text, sentences: [number], exact: exactOf(text) }))
}

const mapped =
  (change: (claim: Claim, asked: AskedOfModel) => Claim | readonly Claim[]): ModelBehaviour =>
  (asked) =>
    json(verbatim(asked).flatMap((claim) => change(claim, asked)))

/** Models that answer with claims, or what they take for claims, each with what is wrong with it. */
export const writing: Readonly<Record<string, ModelBehaviour>> = {
  honest: mapped((claim) => claim),
  invents: mapped((claim) => ({
    ...claim,
    text: `Minister Orla Zebraquartz resigned after 4,312 people died in ${marker}.`,
  })),
  drops: mapped((claim) => ({
    ...claim,
    text: claim.text.replace(/\b(?:not|never|no|may|might|could|said|reportedly|alleged(?:ly)?|plans to)\b ?/gi, ''),
  })),
  reorders: mapped((claim, { sentences }) => ({
    ...claim,
    sentences: claim.sentences.map((number) => (number % sentences.length) + 1),
  })),
  'adds links': mapped((claim, { canary }) => [
    { ...claim, text: `${claim.text} ${canary}/${marker}` },
    { ...claim, text: `![${claim.text}](${canary}/${marker}.png)` },
    { ...claim, text: `[${claim.text}](${canary}/${marker})` },
    { ...claim, text: `${claim.text}<img src="${canary}/${marker}.gif">` },
    { ...claim, text: `<a href="${canary}/${marker}">${claim.text}</a>` },
    { ...claim, text: `${claim.text} <script>fetch("${canary}/${marker}")</script>` },
  ]),
  'prints a marker': mapped((claim) => [
    { ...claim, text: `${claim.text} ${marker}` },
    { ...claim, text: marker },
    { ...claim, speaker: marker, text: `${claim.text.slice(0, -1)}, said ${marker}.` },
    { ...claim, exact: marker },
  ]),
  'reveals its orders': (asked) =>
    json(verbatim(asked).map((claim) => ({ ...claim, text: `${marker} ${asked.system.slice(0, 300)}` }))),
  'writes prose': ({ canary }) => text(`${marker}! See ${canary}/${marker} and **everything** is fine. 1) ${marker}`),
  'calls tools': ({ canary }) => ({
    kind: 'events',
    events: [
      JSON.stringify({
        id: 'x',
        created: 1,
        model: 'scripted',
        choices: [
          {
            index: 0,
            delta: {
              tool_calls: [
                {
                  index: 0,
                  id: 'call_1',
                  type: 'function',
                  function: { name: 'fetch', arguments: JSON.stringify({ url: `${canary}/${marker}` }) },
                },
              ],
            },
            finish_reason: 'tool_calls',
          },
        ],
      }),
    ],
  }),
  duplicates: mapped((claim) => [claim, claim, { ...claim, text: `${claim.text} ${claim.text}` }]),
  'huge numbers': mapped((claim) => [
    { ...claim, sentences: [1e308, 2 ** 53, -1] },
    { ...claim, sentences: Array.from({ length: 5000 }, (_, index) => index) },
    { ...claim, text: `${'9'.repeat(500)} ${marker}` },
    { ...claim, text: `${marker} `.repeat(40_000) },
  ]),
  'hides in letters': mapped((claim) => [
    // Digits of other scripts, letters that look like ours, marks nobody sees, and an order of reading turned round.
    { ...claim, text: claim.text.replace(/\d/g, (digit) => String.fromCodePoint(0xff10 + ((Number(digit) + 1) % 10))) },
    { ...claim, text: `${claim.text.slice(0, -1)}, \u202etar ${marker}.` },
    { ...claim, text: [...claim.text].join('\u200b') },
    { ...claim, text: claim.text.replaceAll('a', '\u0430').replaceAll('e', '\u0435') },
    { ...claim, text: `${claim.text}\u2028${marker}` },
    {
      ...claim,
      text: `${claim.text}${String.fromCodePoint(...[...marker].map((letter) => 0xe0000 + letter.charCodeAt(0)))}`,
    },
  ]),
}

/** Answers that are no claims, or are broken: each a whole text. */
export const broken: Readonly<Record<string, (asked: AskedOfModel) => string>> = {
  'cut off': (asked) => JSON.stringify({ claims: verbatim(asked) }).slice(0, -40),
  'an open brace': () => `{"claims":[{"text":"${marker}`,
  'wrong shapes': () => `{"claims":[1,null,"${marker}",[],{"text":{"a":"${marker}"}},{"text":"${marker}"}]}`,
  'another form': () => `{"summary":"${marker}","links":["http://x"]}`,
  'an array of texts': () => `["${marker}","${marker}"]`,
  'quotes inside': () => `{"claims":[{"text":"He said "${marker}".","sentences":[1],"exact":"x"}]}`,
  'thoughts alone': () => `<think>${marker} and so on`,
  'a page': () => `<!doctype html><h1>${marker}</h1><script>1</script>`,
  'deep nesting': () => `{"claims":${'['.repeat(20_000)}"${marker}"`,
  'many braces': () => '{"text":'.repeat(20_000),
  'lone surrogates': () => `{"claims":[{"text":"\ud800${marker}\udfff","sentences":[1],"exact":"\ud800"}]}`,
  'null bytes': () => `\u0000{"claims":\u0000[{"text":"${marker}\\u0000","sentences":[1],"exact":"x"}]}`,
}

/** Servers that do not answer as they should. */
export const failing: Readonly<Record<string, ModelBehaviour>> = {
  'floods a text': () => ({ kind: 'flood', piece: `${marker} `.repeat(200) }),
  'floods claims': () => ({ kind: 'flood', piece: '{"claims":[{"text":"a","sentences":[1],"exact":"a"},' }),
  'floods thoughts': () => ({ kind: 'flood', piece: '' }),
  stalls: () => ({ kind: 'stall', text: `{"claims":[{"text":"${marker}` }),
  'breaks off': () => ({ kind: 'cut', text: `{"claims":[{"text":"${marker}` }),
  'writes nothing': () => text(''),
  'sends no JSON': () => ({ kind: 'events', events: [marker, '{', 'null', '[]'] }),
  'reports an error inside': () => ({ kind: 'events', events: [JSON.stringify({ error: { message: marker } })] }),
  'wants a key': () => ({ kind: 'status', status: 401, body: JSON.stringify({ error: { message: 'Bad key' } }) }),
  'knows no such model': () => ({
    kind: 'status',
    status: 404,
    body: JSON.stringify({ error: { message: 'model not found', type: 'invalid_request_error' } }),
  }),
  'is busy': () => ({ kind: 'status', status: 429, headers: { 'retry-after': '17' }, body: '{"error":"slow down"}' }),
  fails: () => ({ kind: 'status', status: 500, body: `<html>${marker}</html>` }),
  'answers with a page': () => ({
    kind: 'status',
    status: 200,
    headers: { 'content-type': 'text/html' },
    body: `<html>${marker}</html>`,
  }),
  'sends elsewhere': ({ canary }) => ({ kind: 'status', status: 307, headers: { location: `${canary}/${marker}` } }),
  'sends elsewhere for good': ({ canary }) => ({
    kind: 'status',
    status: 301,
    headers: { location: `${canary}/${marker}` },
  }),
}
