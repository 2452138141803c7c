// Where this server can be reached, for the lines printed at the start and the code for phones.
import { networkInterfaces } from 'node:os'
import { renderUnicodeCompact } from 'uqr'

/** Names of interfaces that belong to containers and virtual machines: no phone reaches them. */
const VIRTUAL = /^(docker|br-|veth|virbr|vmnet|vboxnet|cni|flannel)/

/** This machine's addresses in its networks, IPv4, without its own loopback. */
export const lanAddresses = (interfaces = networkInterfaces()): string[] =>
  Object.entries(interfaces)
    .filter(([name]) => !VIRTUAL.test(name))
    .flatMap(([, infos]) => infos ?? [])
    .filter(
      ({ family, internal, address }) => family === 'IPv4' && !internal && !address.startsWith('169.254.'),
    )
    .map(({ address }) => address)

/** White on black whatever the terminal's theme: not every phone reads an inverted code. */
const inOwnColours = (code: string) =>
  code
    .split('\n')
    .map((line) => `\u001b[97;40m${line}\u001b[0m`)
    .join('\n')

/** What to print once the server listens. */
export function startLines(port: number, addresses: readonly string[], isTerminal: boolean): string {
  const [first] = addresses
  const lines = ['Yokoten is ready.', `  On this machine:  http://localhost:${port}`]
  for (const address of addresses) lines.push(`  In your network:  http://${address}:${port}`)
  if (first !== undefined) {
    const code = renderUnicodeCompact(`http://${first}:${port}`, { border: 2 })
    lines.push('', isTerminal ? inOwnColours(code) : code)
  }
  return lines.join('\n')
}
