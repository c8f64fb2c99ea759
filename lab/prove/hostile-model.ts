import { serveEdition } from '../../src/app/demo/serve-edition.ts'
import { readEdition } from '../../src/app/demo.ts'
import { openBrowser } from '../../test/e2e/browser.ts'
import { broken, failing, marker, writing } from '../../test/model-behaviours.ts'
import type { ModelBehaviour } from '../../test/model-server.ts'
import { type ModelInstance, openModelInstance, storiesIn } from './model/instance.ts'
import { judgeOf, judging } from './model/judge-directly.ts'
import { translating, walkTranslation } from './model/translate.ts'
import { modelPages, type Visit, visit, writeInBackground } from './model/walk.ts'
import { faultsIn, sentencesOf, writeOf } from './model/write-directly.ts'
import type { Proof } from './proof.ts'

const now = new Date('2026-03-12T12:00:00Z')
const MOST_MS = 2000
/** The beginning of the form every model is asked for: it is on no page unless one gave it away. */
const ourOrders = 'Answer with JSON alone'

const behaviours: Readonly<Record<string, ModelBehaviour>> = {
  ...writing,
  ...Object.fromEntries(
    Object.entries(broken).map(([name, text]) => [name, (asked) => ({ kind: 'text', text: text(asked) })]),
  ),
  ...failing,
}

/**
 * The product on the demo edition with a model that does everything wrong, one way after another: in the background, on the pages that ask it, and
 * asked straight for every story, or for as many as `rounds` says. Only sentences that are in the articles may be shown as its own.
 */
export const prove: Proof = async ({ rounds } = {}) => {
  const edition = await serveEdition({ now })
  let turn = 0
  let clock = now
  const all = Object.values(behaviours)
  // In the background each request meets the next behaviour.
  const instance = await openModelInstance(
    (asked) => all[turn++ % all.length]!(asked),
    () => clock,
  )
  try {
    await readEdition(instance.context, edition)
    await writeInBackground(instance, (ms) => {
      clock = new Date(clock.getTime() + ms)
    })
    const inBackground = instance.model.requests.length
    const direct = await writeStraight(instance, rounds)
    const judged = await judgeAll(instance, rounds)
    const visits = await walkAll(instance)
    const there = visits.filter(({ isThere }) => isThere)
    const translated = await walkTranslations(instance)
    const loaded = await loadIn(instance, there)
    const [slowest] = there.toSorted((a, b) => b.slowestMs - a.slowestMs)
    const findings = visits.flatMap(({ path, findings }) => findings.map((found) => `${path}: ${found}`))
    return {
      name: 'hostile-model',
      checks: [
        least('ways in which the model does wrong, and one in which it does not', all.length, 35),
        least('texts it was asked for straight, every way for every story', direct.asked, 200),
        least('sentences of an honest model that were kept', direct.honest, 20),
        none('sentences kept that stand in no article word for word, or bring anything of the model', direct.faults),
        least('questions judged by it, every way for every story', judged.asked, 200),
        least('of an honest judge: questions answered as it chose', judged.honest, 5),
        none('passages of answers that stand in no article, or bring anything of the judge', judged.faults),
        least('pages opened with each way', there.length, 100),
        least('requests to the model from the background', inBackground, 20),
        least('forms of pages that asked it', sum(there, 'asked'), 10),
        least('sentences of the model found on pages and checked again', sum(there, 'written'), 10),
        none('pages with anything of the model that does not hold', findings),
        least('translations of an article asked of a model that does wrong', translated.length, 40),
        none(
          'translated pages with anything of the model that does not hold',
          translated.flatMap(({ findings }) => findings),
        ),
        {
          what: 'slowest page of a translation, ms',
          measured: Math.round(Math.max(...translated.map(({ tookMs }) => tookMs))),
          wanted: `at most ${MOST_MS}`,
          isMet: translated.every(({ tookMs }) => tookMs <= MOST_MS),
        },
        none('calls of the address that only the model names', instance.model.canaryCalls),
        {
          what: 'slowest page, or form of one, ms',
          measured: slowest ? `${Math.round(slowest.slowestMs)} (${slowest.path})` : 'none',
          wanted: `at most ${MOST_MS}`,
          isMet:
            slowest !== undefined &&
            slowest.slowestMs <= MOST_MS &&
            translated.every(({ tookMs }) => tookMs <= MOST_MS),
        },
        least('pages loaded in Chromium', loaded.pages, 10),
        none('requests of those pages to anywhere else', loaded.elsewhere),
      ],
    }
  } finally {
    await instance.close()
    await edition.close()
  }
}

/** Every behaviour for every story, as the product asks; limits are short, so those that stall are tried once. */
async function writeStraight(instance: ModelInstance, most: number | undefined) {
  const faults: string[] = []
  let asked = 0
  let honest = 0
  const stories = await Promise.all((await storiesIn(instance)).map(({ articles }) => sentencesOf(instance, articles)))
  const writable = stories.filter((sentences) => sentences.length > 0)
  for (const [index, sentences] of writable.slice(0, most).entries()) {
    for (const [name, behaviour] of Object.entries(behaviours)) {
      if (index > 0 && name in failing) continue
      instance.model.behave(behaviour)
      const written = await writeOf(instance, sentences)
      asked++
      if (name === 'honest' && written.kind === 'written') honest += written.text.kept.length
      faults.push(...faultsIn(written, sentences, [marker, instance.model.canary]).map((fault) => `${name}: ${fault}`))
    }
  }
  return { asked, honest, faults }
}

/** Every behaviour, and those of judges, as judge of a question about every story. */
async function judgeAll(instance: ModelInstance, most: number | undefined) {
  const faults: string[] = []
  let asked = 0
  let honest = 0
  const foreign = [marker, instance.model.canary, ourOrders]
  const asking = (await storiesIn(instance)).filter(({ question }) => question !== undefined)
  for (const [index, { id, question = '' }] of asking.slice(0, most).entries()) {
    for (const [name, behaviour] of Object.entries({ ...behaviours, ...judging })) {
      if (index > 0 && name in failing) continue
      instance.model.behave(behaviour)
      const judged = await judgeOf(instance, question, id, foreign)
      asked++
      if (name === 'names the first' && judged.isChosen) honest++
      faults.push(...judged.faults.map((fault) => `${name}: ${fault}`))
    }
  }
  return { asked, honest, faults }
}

/** Every page once for each behaviour; of those of a kind, another one each time. */
async function walkAll(instance: ModelInstance): Promise<readonly Visit[]> {
  const foreign = [marker, instance.model.canary, ourOrders]
  const pages = await Promise.all(Object.values(modelPages).map((paths) => paths(instance)))
  const visits: Visit[] = []
  for (const [index, behaviour] of Object.values(behaviours).entries()) {
    instance.model.behave(behaviour)
    for (const paths of pages) {
      const path = paths[index % paths.length]
      if (path !== undefined) visits.push(await visit(instance, path, foreign))
    }
  }
  return visits
}

/** An article translated with each behaviour, and with those that answer line by line. */
async function walkTranslations(instance: ModelInstance) {
  const articles = (await storiesIn(instance)).flatMap(({ articles }) => articles)
  const each = Object.entries({ ...behaviours, ...translating(marker) })
  const walks: Awaited<ReturnType<typeof walkTranslation>>[] = []
  for (const [index, [name, behaviour]] of each.entries()) {
    instance.model.behave(behaviour)
    const walk = await walkTranslation(instance, articles[index % articles.length]!, [
      marker,
      instance.model.canary,
      ourOrders,
    ])
    walks.push({ ...walk, findings: walk.findings.map((found) => `${name}: ${found}`) })
  }
  return walks
}

async function loadIn(instance: ModelInstance, visits: readonly Visit[]) {
  const paths = [...new Set(visits.map(({ path }) => path))].slice(0, 25)
  const elsewhere: string[] = []
  const browser = await openBrowser()
  try {
    const page = await browser.newPage()
    page.on('request', (request) => {
      const { origin } = new URL(request.url())
      if (origin !== instance.origin && !/^(?:data|blob):/.test(request.url())) elsewhere.push(request.url())
    })
    for (const path of paths) await page.goto(instance.origin + path, { waitUntil: 'load' })
  } finally {
    await browser.close()
  }
  return { pages: paths.length, elsewhere }
}

const sum = (visits: readonly Visit[], name: 'asked' | 'written') =>
  visits.reduce((total, each) => total + each[name], 0)

function none(what: string, found: readonly string[]) {
  const measured = found.length === 0 ? 0 : `${found.length}: ${[...new Set(found)].slice(0, 6).join(' | ')}`
  return { what, measured, wanted: '0', isMet: found.length === 0 }
}

function least(what: string, measured: number, wanted: number) {
  return { what, measured, wanted: `at least ${wanted}`, isMet: measured >= wanted }
}
