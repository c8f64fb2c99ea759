import { readdirSync, readFileSync } from 'node:fs'

/** Ticks of the kernel in a second, as all Linux machines tell them to programs. */
const TICKS = 100

type Times = { readonly parent: number; readonly seconds: number }

/** CPU seconds of a process and of its children, those included that have ended and been waited for. 0 when it is gone. */
export function cpuOfTree(pid: number): number {
  const own = timesOf(pid)
  if (!own) return 0
  const children = readdirSync('/proc').filter((name) => /^\d+$/.test(name) && timesOf(Number(name))?.parent === pid)
  return children.reduce((sum, child) => sum + cpuOfTree(Number(child)), own.seconds)
}

function timesOf(pid: number): Times | undefined {
  let stat: string
  try {
    stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
  } catch {
    return undefined
  }
  // The name in parentheses may hold spaces; the fields are numbered as in proc(5), from the third on.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  const ticks = [14, 15, 16, 17].reduce((sum, field) => sum + Number(fields[field - 3]), 0)
  return { parent: Number(fields[1]), seconds: ticks / TICKS }
}

/** The process that the one given was started by; 0 when it is gone. */
export function parentOf(pid: number): number {
  return timesOf(pid)?.parent ?? 0
}
