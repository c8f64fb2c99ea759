import type { ChannelKind } from '../../core/alert.ts'
import { numbersIn } from '../../core/number-forms.ts'
import type { ChannelAdded } from '../../operations/alert-views.ts'

const grouped = numbersIn('en-GB')
const many = (count: number) => `${grouped.format(count)} ${count === 1 ? 'alert' : 'alerts'}`

/** The words of alerts: their list, their settings, and what is sent. */
export const alerts = {
  title: 'Alerts',
  lead: 'What happened to the things you asked to be told about: each change once, however many outlets copy it.',
  none: 'No alerts yet',
  noneNotes: [
    'Nothing alerts until you ask for it: switch it on for all you follow, or for single things.',
    'You are told of a new story about a thing you follow, and of a followed story when it gains an independent report, accounts differ, an outlet corrects itself, or a promise is kept, broken or moved. A copy of a text you know tells you nothing.',
  ],
  fresh: 'new',
  older: 'Older alerts',
  end: 'That is all that was raised.',
  toSettings: 'Alert settings',
  toList: 'All alerts',

  newStory: (source: string) => `New story, first from ${source}`,
  report: (source: string) => `Another independent report, by ${source}`,
  difference: 'Accounts differ',
  correction: (source: string) => `${source} corrects itself`,
  commitment: (source: string) => `What became of a promise, by ${source}`,
  because: (label: string) => `because you follow ${label}`,
  becauseSearch: (label: string) => `found by your search ${label}`,
  several: (count: number) => `${many(count)} from Twosource`,
  testTitle: 'A test from Twosource',
  testBody: 'Alerts arrive here.',
  footer: 'You asked Twosource for these alerts. End them at once:',
  feedTitle: 'Your alerts · Twosource',

  settingsTitle: 'Alert settings',
  settingsLead: 'What alerts you, where it goes, and when it may come.',
  saved: 'Saved.',
  whenTitle: 'What and when',
  all: 'Alert me about all I follow',
  allNote: 'Off, nothing alerts but what you switch on below. Muted things never alert.',
  quiet: 'Quiet hours',
  quietNote: (zone: string) =>
    `Nothing is sent between these hours; what happens meanwhile comes together at their end. Empty: none. Times are those of ${zone}.`,
  from: 'From',
  until: 'until',
  perHour: 'Messages an hour, at most',
  perHourNote: 'For each way separately. What is above comes together in one message later.',

  channelsTitle: 'Where alerts go',
  channelsNote: 'Every alert stands on the list too, whatever happens to a message.',
  kinds: {
    push: 'Browser',
    mail: 'Mail',
    webhook: 'Webhook',
    feed: 'Private feed',
    destination: 'Destination',
  } as Readonly<Record<ChannelKind, string>>,
  isOn: 'on',
  isOff: 'off',
  failing: (reason: string) => `The last message did not go out: ${reason}`,
  test: 'Send a test',
  tested: 'The test was sent.',
  testGone: 'This browser takes no more messages. It was removed.',
  testFailed: (reason: string) => `The test did not go out: ${reason}`,
  switchOn: 'Switch on',
  switchOff: 'Switch off',
  remove: 'Remove',
  removed: 'Removed.',
  added: 'Added.',
  secret: 'Secret for the signature',
  refused: {
    address: 'This is not an address that can be used. It begins with https:// and holds no password.',
    subscription: 'The browser gave no address for messages that can be used.',
    'no-mail': 'No mail server is set here.',
    'no-address': 'Your account has no mail address.',
    'too-many': 'There are too many already. Remove one first.',
  } as Readonly<Record<(ChannelAdded & { kind: 'refused' })['why'], string>>,
  pushAdd: 'Alert this browser',
  pushNote:
    'Messages reach this browser through its maker’s push service, which cannot read them. It works on https or on this machine, and needs scripts.',
  pushDenied: 'This browser does not allow notifications here.',
  pushUnsupported: 'This browser cannot be alerted.',
  mailAdd: (address: string) => `Send mail to ${address}`,
  mailNote: 'Each mail holds an address that ends them at one click.',
  webhookAdd: 'Add a webhook',
  webhookAddress: 'Address of the webhook',
  webhookNote: 'A program of yours is sent each alert as JSON, signed. The guide says how.',
  feedAdd: 'Make a private feed',
  feedRenew: 'Give the feed a new address',
  feedNote: 'Whoever has the address can read your alerts: keep it to yourself. A new address ends the old one.',

  followsTitle: 'Single things',
  followsNote: 'Each thing you follow, and each search you keep.',
  nothingFollowed: 'You follow nothing yet.',
  on: 'Alert me',
  off: 'Do not alert me',
  asAll: 'As for all',
  choose: (label: string) => `Alerts about ${label}`,

  stopTitle: 'End alerts by mail',
  stopNote: 'No more mail is sent with alerts. All else stays as it is.',
  stop: 'End them',
  stopped: 'Alerts by mail have ended',
  stoppedNote: 'You can switch them on again in your alert settings.',
}

export type AlertWords = typeof alerts
