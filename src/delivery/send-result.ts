import type { SendResult } from '../core/destination.ts'
import type { FetchResult } from '../core/fetch-result.ts'

/** What a response means for retrying: any failure of the other server may pass; an unusable URL won't. */
export function deliveryResult(answer: FetchResult): SendResult {
  switch (answer.kind) {
    case 'ok':
    case 'not-modified':
    // It was accepted, however long its response.
    case 'too-large':
    case 'bad-encoding':
      return { kind: 'sent' }
    case 'bad-url':
      return { kind: 'refused', reason: answer.reason }
    case 'refused-address':
      return { kind: 'refused', reason: `${answer.host}: ${answer.reason}` }
    case 'timeout':
      return { kind: 'failed', reason: `No answer within ${Math.round(answer.afterMs / 1000)} seconds.` }
    case 'network-error':
    case 'proxy-error':
      return { kind: 'failed', reason: answer.reason }
    case 'too-many-redirects':
      return { kind: 'failed', reason: 'Redirects are not followed.' }
    case 'busy': {
      const { retryAfterSeconds } = answer
      const wait = retryAfterSeconds === undefined ? {} : { retryAfterSeconds }
      return { kind: 'failed', reason: statusReason(answer.status), ...wait }
    }
    case 'gone':
    case 'not-found':
    case 'forbidden':
    case 'server-error':
    case 'client-error':
      return { kind: 'failed', reason: statusReason(answer.status) }
  }
}

/**
 * The same for a service with the reader's settings: a wrong token (401, 403) or a rejected page (400, 422) won't improve in a
 * minute, so the reader has to act.
 */
export function serviceResult(answer: FetchResult): SendResult {
  switch (answer.kind) {
    case 'forbidden':
      return { kind: 'refused', reason: `${statusReason(answer.status)} Check the token or password.` }
    case 'client-error':
      return { kind: 'refused', reason: statusReason(answer.status) }
    default:
      return deliveryResult(answer)
  }
}

function statusReason(status: number): string {
  return `The receiver answered ${status}.`
}
