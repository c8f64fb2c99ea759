import { asId, type EntryId, type FeedId, type SourceId } from '../../core/ids.ts'

type NumberedId = EntryId | FeedId | SourceId

/** The id of a numbered row: its number in decimal, as the Google Reader API needs it. */
export function fromNumber<Id extends NumberedId>(number: number): Id {
  return asId<Id>(String(number))
}

/** The row number in an id. An invalid id becomes 0, which no row has, so that a bad URL finds nothing. */
export function toNumber(id: NumberedId): number {
  return rowNumber(id)
}

export function jobNumber(id: string): number {
  return rowNumber(id)
}

function rowNumber(id: string): number {
  return /^\d{1,15}$/.test(id) ? Number(id) : 0
}
