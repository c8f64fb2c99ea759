import type { OperationName } from '../route.ts'

const keys = 'who has a token could make itself another that outlives it'
const accounts = 'who may come in is decided by a person who signed in'
const signIn = 'how somebody signs in is changed by themselves alone'
const addresses = 'it is asked with the secret address that stands in a mail or a feed, which has a page of its own'
const keysElsewhere = 'it sends texts of the house, and a key, to a server that is named'
const otherReaders = 'a password is sent to a server that is named, and the page of the import shows the rest'

const hubs = 'only hubs ask it, at the callback address that each was given for one feed'
const letterboxes = 'who knows the address of a letterbox can send letters to it'
const mailboxes = 'a password is sent to a server that is named'
const icons = 'apps get them over the Fever and Miniflux APIs'

/** Operations that no token may call, and why. */
export const peopleOnly: { readonly [Name in OperationName]?: string } = {
  make_api_token: keys,
  revoke_api_token: keys,
  make_app_password: keys,
  revoke_app_password: keys,
  get_consent: keys,
  answer_consent: keys,
  end_program: keys,
  set_account_role: accounts,
  disable_account: accounts,
  set_guests: accounts,
  add_account: accounts,
  set_account_password: accounts,
  make_invitation: accounts,
  take_back_invitation: accounts,
  remove_account: accounts,
  remove_my_account: 'nothing can bring an account back',
  begin_codes: signIn,
  confirm_codes: signIn,
  renew_recovery_codes: signIn,
  stop_codes: signIn,
  begin_passkey: signIn,
  add_passkey: signIn,
  remove_passkey: signIn,
  get_sign_in_ways: signIn,
  remove_identity: signIn,
  rename_myself: signIn,
  change_password: signIn,
  end_session: signIn,
  set_my_email: 'briefs and alerts would go to another',
  set_model: keysElsewhere,
  test_model: keysElsewhere,
  list_models: keysElsewhere,
  get_mail_server: keysElsewhere,
  set_mail_server: keysElsewhere,
  send_test_mail: keysElsewhere,
  set_translator: keysElsewhere,
  start_move: otherReaders,
  get_move: otherReaders,
  stop_move: otherReaders,
  renew_webhook_secret: keys,
  add_destination: keysElsewhere,
  make_feed_address: keys,
  list_feed_addresses: keys,
  revoke_feed_address: keys,
  announce_feed_address: 'the hub of the house then knows a secret address',
  make_letterbox: letterboxes,
  list_letterboxes: letterboxes,
  end_letterbox: letterboxes,
  add_mailbox: mailboxes,
  change_mailbox: mailboxes,
  open_feed_address: addresses,
  get_feed_house: 'it is part of the ids in feeds, and of no use alone',
  get_feed_icon: icons,
  list_feed_icons: icons,
  get_outlet_icon: 'pages show it; apps get the icons of feeds',
  find_story_items: 'numbers of stories are a matter of the Google Reader API, which has them',
  confirm_hub: hubs,
  deny_hub: hubs,
  find_hub: hubs,
  take_hub_push: hubs,
  get_alert_feed: addresses,
  find_alert_mail: addresses,
  stop_alert_mail: addresses,
  find_brief_reader: addresses,
  find_mail_end: addresses,
  end_brief_mail: addresses,
}
