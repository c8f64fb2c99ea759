import pg from 'pg'
import { cpuOfTree, parentOf } from './cpu-of-tree.ts'

/** A function that tells how much CPU a PostgreSQL server on this machine has used so far, all its processes together, in milliseconds. */
export async function serverCpu(url: string): Promise<() => number> {
  const client = new pg.Client(url)
  await client.connect()
  const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid')
  const server = parentOf(rows[0]?.pid ?? 0)
  await client.end()
  if (server === 0) throw new Error('Its CPU can only be told of a server on this machine.')
  return () => cpuOfTree(server) * 1000
}
