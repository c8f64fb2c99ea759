/**
 * What has to be run so that a command of PostgreSQL runs as its own user: the server refuses to run as root. setpriv is in
 * /usr/bin, so it is found where the paths of root are not.
 */
export function asPostgres(command: readonly string[]): readonly [program: string, given: readonly string[]] {
  const asUser = ['setpriv', '--reuid=postgres', '--regid=postgres', '--init-groups', '--', ...command]
  const [program = '', ...given] = process.getuid?.() === 0 ? asUser : command
  return [program, given]
}
