import { type Account, accountNameKey, maxPasswordLength, minPasswordLength } from '../core/account.ts'
import { defined } from '../core/defined.ts'
import { type AccountRole, accountRoles } from '../core/reader-identity.ts'
import { addAccount, setAccountPassword, setAccountRole } from '../operations/accounts/change-account.ts'
import { listAccounts } from '../operations/accounts/list-accounts.ts'
import { makeSetupCode } from '../operations/accounts/owner-setup.ts'
import { type Call, type CliApp, type Command, type ExitCode, exitCodes, UsageError } from './command.ts'
import { firstLine, readHidden } from './read-line.ts'

/** Manages accounts on the server's machine. Whoever can run it acts as the owner, so a locked-out owner can sign in again. */
export const account: Command = {
  name: 'account',
  usage: 'list | add <name> [role] | password [name] | role <name> <role> | link',
  summary: 'List, add and change accounts; reset a password',
  details:
    'Without a name, password sets the owner’s. It is asked for twice, or read from standard input. link prints a link to sign in while nobody has a password.',
  async run({ args, terminal, open }) {
    const [what = 'list', name, role] = args
    if (!['list', 'add', 'password', 'role', 'link'].includes(what))
      throw new UsageError('Say what to do: list, add, password, role or link.')
    const given = accountRoles.find((known) => known === (role ?? 'reader'))
    if ((what === 'add' || what === 'role') && (name === undefined || given === undefined))
      throw new UsageError(`Give a name, and one of the roles ${accountRoles.join(', ')}.`)
    if (what === 'role' && role === undefined) throw new UsageError(`Give one of the roles ${accountRoles.join(', ')}.`)
    await using app = await open()
    if (what === 'list') return await list(app, terminal)
    if (what === 'link') return await link(app, terminal)
    if (what === 'add') return await add(app, terminal, name!, given!)
    const found = await findNamed(app, name)
    if (!found) {
      terminal.error(`There is no account ${name}. List them with: twosource account list`)
      return exitCodes.notFound
    }
    return what === 'password' ? await password(app, terminal, found) : await changeRole(app, terminal, found, given!)
  },
}

type Terminal = Call['terminal']

async function list(app: CliApp, terminal: Terminal): Promise<ExitCode> {
  const { accounts, invitations, guestsMayRead } = await listAccounts.run(app.operations, {})
  terminal.json({ accounts, invitations, guestsMayRead })
  for (const { name, role, hasPassword, disabledAt } of accounts) {
    const facts = [role, !hasPassword && 'no password', disabledAt !== undefined && 'suspended']
    terminal.line(`${name}  (${facts.filter(Boolean).join(', ')})`)
  }
  return exitCodes.ok
}

async function link({ operations, address }: CliApp, terminal: Terminal): Promise<ExitCode> {
  const token = await makeSetupCode(operations)
  if (token === undefined) {
    terminal.error('There already is a password. Sign in with it, or set another with: twosource account password')
    return exitCodes.failed
  }
  const url = `${address}/setup?token=${token}`
  terminal.json({ url })
  terminal.line(`Open this link to sign in; it works once: ${url}`)
  return exitCodes.ok
}

async function add(app: CliApp, terminal: Terminal, name: string, role: AccountRole): Promise<ExitCode> {
  const given = await readPassword(terminal)
  const added = await addAccount.run(app.operations, {
    name,
    role,
    ...defined({ password: given !== '' ? given : undefined }),
  })
  if (typeof added === 'string') return refuse(terminal, added)
  terminal.json(added)
  terminal.line(`${name} can sign in now, as ${role}${given === '' ? ', once there is a password' : ''}.`)
  return exitCodes.ok
}

async function password(app: CliApp, terminal: Terminal, { id, name }: Account): Promise<ExitCode> {
  const set = await setAccountPassword.run(app.operations, { id, password: await readPassword(terminal) })
  if (set === 'bad-password') return refuse(terminal, set)
  terminal.json({ id })
  terminal.line(`The password of ${name} is set. All their devices were signed out.`)
  return exitCodes.ok
}

async function changeRole(
  app: CliApp,
  terminal: Terminal,
  { id, name }: Account,
  role: AccountRole,
): Promise<ExitCode> {
  const changed = await setAccountRole.run(app.operations, { id, role })
  if (changed !== 'done') return refuse(terminal, changed)
  terminal.json({ id, role })
  terminal.line(`${name} is ${role} now.`)
  return exitCodes.ok
}

async function findNamed(app: CliApp, name: string | undefined): Promise<Account | undefined> {
  const { accounts } = await listAccounts.run(app.operations, {})
  return name === undefined
    ? accounts.find(({ role }) => role === 'owner')
    : accounts.find((each) => accountNameKey(each.name) === accountNameKey(name))
}

/** The first line of standard input. A password in an argument would show in the process list and in the shell's history. */
async function readPassword(terminal: Terminal): Promise<string> {
  // A character takes at most four bytes; a longer line is too long for any password and is refused as such.
  if (!process.stdin.isTTY) return firstLine(process.stdin, 4 * maxPasswordLength)
  const ask = (words: string) => readHidden(process.stdin, () => terminal.error(words))
  const typed = await ask('The password (it is not shown; end with Enter):')
  if (typed === '') return ''
  if ((await ask('Once more:')) !== typed) throw new UsageError('The two passwords differ. Nothing was changed.')
  return typed
}

const refusals: Readonly<Record<string, string>> = {
  'bad-name': 'A name has 1 to 40 letters, all on one line.',
  'bad-password': `A password has at least ${minPasswordLength} characters. It is read from standard input.`,
  'name-taken': 'Somebody already has that name. Choose another one.',
  'last-owner': 'That is the last owner. Make somebody else an owner first.',
}

function refuse(terminal: Terminal, why: string): ExitCode {
  terminal.error(refusals[why] ?? why)
  return exitCodes.failed
}
