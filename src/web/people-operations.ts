import type { EntityListView, EntityView, SharedNameView } from '../operations/entity-views.ts'

/** People, organizations and places. */
export type PeopleOperations = {
  entities(input: {
    readonly kind?: string
    readonly days?: number
    readonly query?: string
  }): Promise<EntityListView | undefined>
  entity(input: { readonly id: string; readonly before?: string }): Promise<EntityView | SharedNameView | undefined>
}
