// The invitation in the page's address: taken out once, so that it stays neither in the bar nor in the history.

/** A scanned code that could be an invitation; whether it is one is for the device to say. */
export const looksLikeInvitation = (code: string): boolean => /#[ev]\.[\w-]{20,}/.test(code)

const INVITATION = /^#[ev]\./
const KEY = 'yokoten.invitation'

let pending: string | undefined

/** The tab's own store: a reload before the team is stored must not lose the invitation. */
function tabStore(): Storage | undefined {
  try {
    return window.sessionStorage
  } catch {
    return undefined
  }
}

/**
 * The invitation that this page was opened with, or undefined. The first call takes it out of the address; it is
 * given again until `forgetInvitation`, since a screen may be built twice before the device has stored the team.
 */
export function takeInvitation(): string | undefined {
  const { hash, pathname, search } = window.location
  if (INVITATION.test(hash)) {
    pending = hash
    tabStore()?.setItem(KEY, hash)
    window.history.replaceState(window.history.state, '', pathname + search)
  }
  return pending ?? tabStore()?.getItem(KEY) ?? undefined
}

/** To be called when the device has stored the team, or refused the invitation. */
export function forgetInvitation(): void {
  pending = undefined
  tabStore()?.removeItem(KEY)
}
