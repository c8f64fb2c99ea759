import { defined } from '../../core/defined.ts'
import {
  type DestinationField,
  type DestinationKind,
  type DestinationSettings,
  destinationKinds,
  sendTriggers,
} from '../../core/destination.ts'
import { senders } from '../../delivery/senders/all.ts'
import type { Destination } from '../../store/notify/destinations.ts'
import { isWebAddress } from './alert-channels.ts'
import type { DestinationAdded, DestinationForm, DestinationView } from './destination-views.ts'

/** The kinds that can be added, as a page lists them. */
export const destinationForms: readonly DestinationForm[] = destinationKinds.map(formOf)

/**
 * The form of one kind. Services that store pages get saved and starred articles; those that notify also get alerts; webhooks get
 * everything.
 */
export function formOf(kind: DestinationKind): DestinationForm {
  if (kind === 'webhook') return { kind, name: 'Webhook', fields: [{ name: 'address' }], occasions: sendTriggers }
  const sender = senders.find((each) => each.kind === kind)
  if (!sender) throw new Error(`There is no sender for ${kind}`)
  const { name, fields, does } = sender
  return { kind, name, fields, occasions: does === 'tells' ? ['saved', 'starred', 'alert'] : ['saved', 'starred'] }
}

/** The filled-in form, split into visible settings and secrets; or what is wrong with it. */
export function readSettings(
  { fields }: DestinationForm,
  given: Readonly<Partial<Record<DestinationField, string | undefined>>>,
):
  | { readonly kind: 'read'; readonly settings: DestinationSettings; readonly secret: DestinationSettings }
  | Extract<DestinationAdded, { kind: 'refused' }> {
  const settings: Record<string, string> = {}
  const secret: Record<string, string> = {}
  for (const { name, isSecret, isOptional, standard } of fields) {
    const value = given[name]?.trim() || standard
    if (value === undefined && isOptional) continue
    if (value === undefined) return { kind: 'refused', why: 'missing', field: name }
    if (name === 'address' && !isWebAddress(value)) return { kind: 'refused', why: 'address', field: name }
    ;(isSecret ? secret : settings)[name] = value
  }
  return { kind: 'read', settings, secret }
}

export function destinationView(destination: Destination): DestinationView {
  const { id, kind, name, settings, occasions: chosen, isOn, failures, lastError, at } = destination
  return {
    id,
    kind,
    name,
    service: formOf(kind).name,
    host: URL.parse(settings.address ?? '')?.host ?? '',
    occasions: chosen,
    isOn,
    failures,
    ...defined({ lastError }),
    at,
  }
}
