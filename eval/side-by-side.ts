import { spawn } from 'node:child_process'
import { availableParallelism } from 'node:os'

/** What takes longest begins first, so that no core stands idle at the end. */
const longFirst = ['related', 'ask', 'copies', 'checker', 'conflicts', 'words', 'extraction', 'summaries', 'clustering']

/**
 * Runs evals in processes of their own, as many at once as there are cores, and passes on what each says in the order asked. With
 * `isJson` their results are put into one list. True when none of them failed.
 */
export async function sideBySide(names: readonly string[], main: string, isJson: boolean): Promise<boolean> {
  const waiting = [
    ...longFirst.filter((name) => names.includes(name)),
    ...names.filter((name) => !longFirst.includes(name)),
  ]
  const said = new Map<string, { readonly out: string; readonly code: number }>()
  let shown = 0
  const show = () => {
    for (let next = said.get(names[shown]!); next; next = said.get(names[++shown]!))
      if (!isJson) process.stdout.write(next.out)
  }
  const work = async () => {
    for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) {
      said.set(name, await one(main, [name, ...(isJson ? ['--json'] : [])]))
      show()
    }
  }
  await Promise.all(Array.from({ length: Math.min(names.length, availableParallelism()) }, work))
  if (isJson) {
    const results = names.flatMap((name) => JSON.parse(said.get(name)!.out) as unknown)
    process.stdout.write(`${JSON.stringify(results, null, 2)}\n`)
  }
  return [...said.values()].every(({ code }) => code === 0)
}

function one(main: string, args: readonly string[]): Promise<{ readonly out: string; readonly code: number }> {
  const child = spawn(process.execPath, [main, ...args], { stdio: ['ignore', 'pipe', 'inherit'] })
  let out = ''
  child.stdout.setEncoding('utf8')
  child.stdout.on('data', (text: string) => {
    out += text
  })
  return new Promise((settle) => child.once('close', (code) => settle({ out, code: code ?? 1 })))
}
