import { mayActAs } from '../core/reader-identity.ts'
import { carryOut } from '../operations/carry-out.ts'
import { listAccounts } from '../operations/list-accounts.ts'
import { markAllRead } from '../operations/mark-entries.ts'
import { getMyAccount } from '../operations/my-account.ts'
import { getPreferences, setPreferences } from '../operations/preferences.ts'
import { answered, nothing, notThere, problem, told } from './answer.ts'
import { type Call, fieldsOf, type Route } from './call.ts'
import { numberOf } from './numbers.ts'
import { chosenIn, user } from './user-shape.ts'

/** The account of the reader, and to who runs the house the others. */
export const userRoutes: readonly Route[] = [
  { method: 'GET', path: '/me', run: me },
  { method: 'GET', path: '/users', run: list },
  { method: 'GET', path: '/users/:id', run: (call) => find(call, ({ id }) => String(id) === call.path[0]) },
  { method: 'GET', path: '/users/:name', run: (call) => find(call, ({ username }) => username === call.path[0]) },
  { method: 'PUT', path: '/users/:id', run: change },
  { method: 'PUT', path: '/users/:id/mark-all-as-read', run: markRead },
  { method: 'GET', path: '/api-keys', run: keys },
]

async function me({ context }: Call): Promise<Response> {
  return answered(await carryOut(context, getPreferences, {}), (chosen) => told(user(context.reader, chosen)))
}

async function list({ context }: Call): Promise<Response> {
  return answered(await carryOut(context, listAccounts, {}), ({ accounts }) => told(accounts.map((one) => user(one))))
}

/** By number or name only for who runs the house, themselves among them; everybody else has `/me`. */
async function find(call: Call, isWanted: (one: ReturnType<typeof user>) => boolean): Promise<Response> {
  if (mayActAs(call.context.reader.role, 'owner') && isWanted(user(call.context.reader))) return me(call)
  return answered(await carryOut(call.context, listAccounts, {}), ({ accounts }) => {
    const found = accounts.map((one) => user(one)).find(isWanted)
    return found ? told(found) : notThere()
  })
}

/** How things look and are sorted; who somebody is, only a person may change. */
async function change(call: Call): Promise<Response> {
  if (!isOwn(call)) return problem(403, 'An account is changed by its reader alone')
  const fields = fieldsOf(call)
  if (!fields) return problem(400, 'The body is not an object in JSON')
  const kept = ['username', 'password', 'is_admin'].find((name) => fields[name] !== undefined && fields[name] !== null)
  if (kept !== undefined) return problem(403, `Only a person may change ${kept}, on the page of their account`)
  const code = ['custom_js', 'stylesheet', 'external_font_hosts'].find((name) => fields[name] && fields[name] !== '')
  if (code !== undefined)
    return problem(400, `Pages here take no ${code}: they load nothing from elsewhere and run no code of a setting`)
  const { preferences, unusable } = chosenIn(fields)
  if (unusable !== undefined) return problem(400, `There is no such ${unusable}`)
  return answered(await carryOut(call.context, setPreferences, { preferences }), async () =>
    answered(await carryOut(call.context, getPreferences, {}), (chosen) =>
      told(user(call.context.reader, chosen), 201),
    ),
  )
}

async function markRead(call: Call): Promise<Response> {
  if (!isOwn(call)) return problem(403, 'What somebody has read is theirs alone')
  return answered(await carryOut(call.context, markAllRead, {}), nothing)
}

/** The tokens there are; what they are stands nowhere but where they were made. */
async function keys({ context }: Call): Promise<Response> {
  const userId = numberOf(context.reader.id)
  return answered(await carryOut(context, getMyAccount, {}), ({ tokens }) =>
    told(
      tokens.map(({ id, name, createdAt, seenAt }) => ({
        id: numberOf(id),
        user_id: userId,
        token: '',
        description: name,
        last_used_at: seenAt ?? null,
        created_at: createdAt,
      })),
    ),
  )
}

function isOwn({ context, path }: Call): boolean {
  return String(numberOf(context.reader.id)) === path[0]
}
