// Addresses of the web that people type: what may be opened by a press, and what may not.

const ADDRESS_LIMIT = 2_000
/** Who types `example.org/plan` means the web. */
const BARE = /^[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)+([/:?#].*)?$/u
const WEB = /^https?:\/\/[^\s/?#]+[^\s]*$/iu

/** An address of the web as it is kept, or undefined: anything else could run something when it is pressed. */
export function webAddress(typed: string): string | undefined {
  const trimmed = typed.trim()
  const address = BARE.test(trimmed) ? `https://${trimmed}` : trimmed
  return address.length <= ADDRESS_LIMIT && WEB.test(address) ? address : undefined
}
