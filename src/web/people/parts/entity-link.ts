import type { Entity } from '../../../core/annotation.ts'
import type { EntityOrder } from '../../../operations/people/entity-views.ts'
import { foreign, type Html, html } from '../../layout/html.ts'
import { queryOf } from '../../layout/links.ts'

/** The page of a person, an organization or a place; with `before`, its older quotations. */
export function entityPath(id: string, before?: string): string {
  return `/people/${encodeURIComponent(id)}${queryOf({ before })}${before === undefined ? '' : '#said'}`
}

/** The list of a kind, period or search; defaults are left out. */
export function peoplePath(list: {
  readonly kind: Entity['kind']
  readonly days?: number
  readonly query?: string
  readonly order?: EntityOrder
  readonly page?: number
}): string {
  const { kind, days, query, order, page = 1 } = list
  return `/people${queryOf({
    kind: kind === 'person' ? undefined : kind,
    days: days === 7 ? undefined : days,
    order: order === 'stories' ? undefined : order,
    q: query,
    page: page > 1 ? page : undefined,
  })}`
}

/** A name linked to its page, or the name alone where there is none. */
export function entityLink({ id, name }: Pick<Entity, 'id' | 'name'>, hasPage = true): Html {
  return hasPage ? html`<a href="${entityPath(id)}">${foreign(name)}</a>` : html`${foreign(name)}`
}
