import { setTimeout } from 'node:timers/promises'
import { parseHTML } from 'linkedom'
import { askPage } from './ask-page.ts'
import { examine } from './examine.ts'
import { type ModelInstance, storiesIn } from './instance.ts'

/** Forms that ask the model for something. A part of the product that gets another adds its action here. */
const asksModel: readonly RegExp[] = [/^\/ask\/write$/]

/** Pages on which something of a model may stand, by name. A page that gets it is added here; those that are not there are passed over. */
export const modelPages: Readonly<Record<string, (instance: ModelInstance) => Promise<readonly string[]>>> = {
  today: async () => ['/'],
  brief: async () => ['/brief'],
  stories: async (instance) => (await storiesIn(instance)).map(({ id }) => `/stories/${id}`),
  articles: async (instance) =>
    (await storiesIn(instance)).flatMap(({ articles }) => articles.slice(0, 1).map((id) => `/articles/${id}`)),
  answers: async (instance) =>
    (await storiesIn(instance)).flatMap(({ id, question }) =>
      question === undefined ? [] : [`/ask?q=${encodeURIComponent(question)}&story=${id}`],
    ),
  summaries: async (instance) =>
    (await storiesIn(instance)).flatMap(({ id }) =>
      ['short', 'medium', 'long'].map((length) => `/stories/${id}/summary?length=${length}&by=model`),
    ),
  searches: async () => ['/search?q=bridge'],
  settings: async () => ['/settings/model', '/server', '/settings'],
}

/**
 * Has the model write in the background: every story is looked at, and time passes until its writing is due. `pass` moves the clock
 * by so many milliseconds. What failed is tried once more.
 */
export async function writeInBackground(instance: ModelInstance, pass: (ms: number) => void): Promise<void> {
  for (const { id } of await storiesIn(instance)) await askPage(`${instance.origin}/stories/${id}/summary`)
  for (const minutes of [2, 60]) {
    pass(minutes * 60_000)
    await instance.context.pipeline.runOnce()
  }
}

/** What came of a visit. `slowestMs` is the longest wait for the page or one of its forms. */
export type Visit = {
  readonly path: string
  readonly isThere: boolean
  readonly slowestMs: number
  readonly asked: number
  readonly written: number
  readonly findings: readonly string[]
}

/** Times a page is looked at while the model writes, and the pause between. */
const MOST_LOOKS = 20
const PAUSE_MS = 250
/** Slower than this is looked at again. */
const SLOW_MS = 1500

/** Opens a page, sends each of its forms that asks the model, and looks at it until nothing is under way any more. */
export async function visit(instance: ModelInstance, path: string, foreign: readonly string[]): Promise<Visit> {
  const findings: string[] = []
  let slowestMs = 0
  let written = 0
  const timed = async (address: string, form?: URLSearchParams) => {
    const startedAt = performance.now()
    const answer = await askPage(instance.origin + address, form)
    const took = performance.now() - startedAt
    if (answer.status >= 500) findings.push(`status ${answer.status}`)
    return { ...answer, took }
  }
  const look = async () => {
    const page = await timed(path)
    // A page that waits for the model is slow each time, a busy machine now and then.
    const again = page.took > SLOW_MS ? await timed(path) : page
    slowestMs = Math.max(slowestMs, Math.min(page.took, again.took))
    const examined = await examine(page.text, instance, foreign)
    written = Math.max(written, examined.written)
    findings.push(...examined.findings)
    return page
  }
  let first = await look()
  for (let looks = 0; looks < MOST_LOOKS && first.text.includes('data-busy'); looks++) {
    await setTimeout(PAUSE_MS)
    first = await look()
  }
  if (first.status === 404) return { path, isThere: false, slowestMs, asked: 0, written, findings: [] }
  const forms = formsIn(first.text)
  for (const { action, body } of forms) {
    const answer = await timed(action, body)
    slowestMs = Math.max(slowestMs, answer.took)
    if (answer.status >= 400) findings.push(`the form ${action} is answered by ${answer.status}`)
    for (let looks = 0; looks < MOST_LOOKS; looks++) {
      const page = await look()
      if (!page.text.includes('data-busy')) break
      await setTimeout(PAUSE_MS)
    }
  }
  return { path, isThere: true, slowestMs, asked: forms.length, written, findings: [...new Set(findings)] }
}

function formsIn(page: string): readonly { readonly action: string; readonly body: URLSearchParams }[] {
  const { document } = parseHTML(page)
  return [...document.querySelectorAll('form[method=post]')].flatMap((form) => {
    const action = form.getAttribute('action') ?? ''
    if (!asksModel.some((known) => known.test(action))) return []
    const fields = [...form.querySelectorAll('input[name]')].map((input): [string, string] => [
      input.getAttribute('name') ?? '',
      input.getAttribute('value') ?? '',
    ])
    return [{ action, body: new URLSearchParams(fields) }]
  })
}
