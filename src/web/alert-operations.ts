import type { AlertSettings } from '../core/alert.ts'
import type { FollowKind } from '../core/marks.ts'
import type {
  AlertFeedView,
  AlertSettingsView,
  AlertsView,
  ChannelAdded,
  ChannelTested,
} from '../operations/alert-views.ts'

/** Alerts and the ways they go out. Undefined: what was asked for is not there, or could not be understood. */
export type AlertOperations = {
  alerts(input: { readonly cursor?: string; readonly looks?: boolean }): Answer<AlertsView>
  alertSettings(): Promise<AlertSettingsView>
  setAlertSettings(input: AlertSettings): Answer<true>
  chooseAlert(
    input:
      | { readonly kind: FollowKind; readonly target: string; readonly choice: 'on' | 'off' | 'as-all' }
      | { readonly search: string; readonly choice: 'on' | 'off' },
  ): Answer<true>
  addAlertChannel(
    input:
      | { readonly kind: 'push'; readonly endpoint: string; readonly p256dh: string; readonly auth: string }
      | { readonly kind: 'mail' | 'feed' }
      | { readonly kind: 'webhook'; readonly url: string },
  ): Answer<ChannelAdded>
  removeAlertChannel(input: { readonly id: string }): Answer<true>
  switchAlertChannel(input: { readonly id: string; readonly isOn: boolean }): Answer<true>
  testAlertChannel(input: { readonly id: string }): Answer<ChannelTested>

  // ── for whoever has the secret address ──
  alertFeed(input: { readonly token: string }): Answer<AlertFeedView>
  alertMail(input: { readonly token: string }): Answer<{ readonly isOn: boolean }>
  stopAlertMail(input: { readonly token: string }): Answer<true>
}

type Answer<View> = Promise<View | undefined>
