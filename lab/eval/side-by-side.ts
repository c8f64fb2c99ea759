import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'

/**
 * Those that score what the analyzers find in the same articles share a process, which has each article analyzed once; in parts for two cores, which
 * keep for each other what they analyzed.
 */
const ofOneSet = [
  ['related', 'conflicts', 'words', 'summaries', 'coverage', 'differences'],
  ['ask', 'checker', 'quotation-check', 'quotes'],
  ['headlines', 'brief', 'timelines', 'commitments', 'story-order', 'citations'],
]
/** What is kept of an article outlives the room V8 gives young things by itself, and would be copied again and again. */
const youngRoom = '--max-semi-space-size=64'
/** What takes longest begins first, so that no core is idle at the end. */
const longFirst = ['related', 'ask', 'headlines', 'copies', 'addresses', 'extraction', 'clustering']

/**
 * Runs evals in processes, as many at once as there are cores, and passes on what each says in the order asked. With `isJson`
 * their results are put into one list. True when none of them failed.
 */
export async function sideBySide(names: readonly string[], main: string, isJson: boolean): Promise<boolean> {
  const together = ofOneSet.map((set) => set.filter((name) => names.includes(name)))
  const works = [...together, ...names.filter((name) => !together.flat().includes(name)).map((name) => [name])]
    .filter((work) => work.length > 0)
    .toSorted((a, b) => names.indexOf(a[0]!) - names.indexOf(b[0]!))
  const waiting = works.toSorted((a, b) => placeOf(a) - placeOf(b))
  const layers = mkdtempSync(join(tmpdir(), 'twosource-layers-'))
  process.once('exit', () => rmSync(layers, { recursive: true, force: true }))
  const said = new Map<readonly string[], { readonly out: string; readonly code: number }>()
  let shown = 0
  const show = () => {
    for (let next = said.get(works[shown]!); next; next = said.get(works[++shown]!))
      if (!isJson) process.stdout.write(next.out)
  }
  const lane = async () => {
    for (let work = waiting.shift(); work; work = waiting.shift()) {
      said.set(work, await one(main, ['--here', ...work, ...(isJson ? ['--json'] : [])], layers))
      show()
    }
  }
  await Promise.all(Array.from({ length: Math.min(works.length, availableParallelism()) }, lane))
  if (isJson) {
    const results = works.flatMap((work) => JSON.parse(said.get(work)!.out) as unknown)
    process.stdout.write(`${JSON.stringify(results, null, 2)}\n`)
  }
  return [...said.values()].every(({ code }) => code === 0)
}

function placeOf([name = '']: readonly string[]): number {
  const at = longFirst.indexOf(name)
  return at < 0 ? longFirst.length : at
}

function one(
  main: string,
  args: readonly string[],
  layers: string,
): Promise<{ readonly out: string; readonly code: number }> {
  const child = spawn(process.execPath, [youngRoom, main, ...args], {
    env: { ...process.env, EVAL_LAYERS: layers },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let out = ''
  child.stdout.setEncoding('utf8')
  child.stdout.on('data', (text: string) => {
    out += text
  })
  return new Promise((settle) => child.once('close', (code) => settle({ out, code: code ?? 1 })))
}
