import { busySeconds, isBusy, isUnconfirmed } from '../operations/busy.ts'
import { namedIcon } from '../operations/feed-icons.ts'
import { forReader } from '../operations/for-reader.ts'
import { NotCarriedOutError } from '../operations/must-carry-out.ts'
import type { ProgramArrival } from '../operations/program-door.ts'
import type { ProgramFace, ProgramHouse } from '../operations/program-face.ts'
import { friendList, preferenceList, streamPreferences, userInfo } from './about-reader.ts'
import { picture, refusal, text, unauthorized, unusable } from './answers.ts'
import type { Answer } from './call.ts'
import { unreadCounts } from './counts.ts'
import { editTag, markAllAsRead } from './edit-items.ts'
import { disableLabels, listLabels, renameLabel } from './labels.ts'
import { readParameters } from './parameters.ts'
import { type Asked, ownedByGreader, readPath } from './read-path.ts'
import { callerOf, clientLogin, editToken } from './sign-in.ts'
import { itemContents, itemIds, streamContents } from './streams.ts'
import { editSubscription, listSubscriptions, quickAdd } from './subscriptions.ts'
import { exportSubscriptions, importSubscriptions } from './whole-list.ts'

/** What is read, by GET or POST. */
const readings: Readonly<Record<string, Answer>> = {
  'user-info': userInfo,
  'tag/list': listLabels,
  'subscription/list': listSubscriptions,
  'subscription/export': exportSubscriptions,
  'stream/items/ids': itemIds,
  'stream/items/contents': itemContents,
  'stream/contents': streamContents,
  'unread-count': unreadCounts,
  'preference/list': preferenceList,
  'preference/stream/list': streamPreferences,
  'friend/list': friendList,
}

/** What changes something, by POST alone. */
const changes: Readonly<Record<string, Answer>> = {
  'subscription/edit': editSubscription,
  'subscription/quickadd': quickAdd,
  'edit-tag': editTag,
  'rename-tag': renameLabel,
  'disable-tag': disableLabels,
  'mark-all-as-read': markAllAsRead,
}

/** The Google Reader API, as the apps that read feeds speak it (docs/guide/feed-reader-apps.md). */
export function openGreader(house: ProgramHouse): ProgramFace {
  return {
    owns: ownedByGreader,
    async answer(request, arrival) {
      const asked = readPath(new URL(request.url).pathname)
      if (!asked || asked.kind === 'unreadable') return text('Not found', 404)
      if (asked.kind === 'greeting') return text(asked.word)
      if (asked.kind === 'login') return clientLogin(house, request, arrival)
      try {
        if (asked.kind === 'icon') return await feedIcon(house, asked.name)
        return await answerCall(house, request, arrival, asked)
      } catch (error) {
        if (error instanceof NotCarriedOutError) return refusal(error.because)
        // Marks can be set again: the app does so.
        if (isBusy(error) || isUnconfirmed(error)) return text('Busy', 503, { 'retry-after': String(busySeconds) })
        house.operations.log('greader-failed', {
          call: asked.kind === 'icon' ? 'icon' : asked.name,
          error: String((error as Error)?.stack ?? error),
        })
        return text('Something went wrong here', 500)
      }
    },
  }
}

/** The icon of a feed. Apps load pictures without signing in: the name alone opens it, which only a list of feeds tells. */
async function feedIcon({ operations }: ProgramHouse, name: string): Promise<Response> {
  const icon = await namedIcon(operations, name)
  return icon ? picture(icon.bytes, icon.mediaType) : text('Not found', 404)
}

async function answerCall(
  house: ProgramHouse,
  request: Request,
  arrival: ProgramArrival,
  { name, stream }: Extract<Asked, { kind: 'call' }>,
): Promise<Response> {
  const caller = await callerOf(house, request, arrival)
  if (caller === undefined) return unauthorized()
  if (caller instanceof Response) return caller
  const context = forReader(house.operations, caller)
  const isPost = request.method === 'POST'
  if (name === 'token') return editToken(request)
  if (name === 'subscription/import')
    return isPost ? importSubscriptions(context, request) : text('Use POST', 405, { allow: 'POST' })
  const reading = Object.hasOwn(readings, name) ? readings[name] : undefined
  const change = Object.hasOwn(changes, name) ? changes[name] : undefined
  const answer = reading ?? change
  if (!answer) return text('Not found', 404)
  if (change && !isPost) return text('Use POST', 405, { allow: 'POST' })
  const read = await readParameters(request)
  if (read.kind === 'too-large') return text('That is too much at once', 413)
  if (read.kind === 'unreadable') return unusable(read.message)
  const base = house.baseUrl ?? new URL(request.url).origin
  return answer({ context, parameters: read.parameters, base, ...(stream !== undefined && { stream }) })
}
