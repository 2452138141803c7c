import { expect, it } from 'vitest'
import { isPrivateAddress } from './quota'

it.each([
  '127.0.0.1',
  '10.1.2.3',
  '172.16.0.1',
  '172.31.255.1',
  '192.168.0.9',
  '::1',
  'fd00::1',
  'fe80::1',
  '::ffff:192.168.1.2',
])('takes %s for an address of a private network', (address) => expect(isPrivateAddress(address)).toBe(true))
it.each(['8.8.8.8', '172.32.0.1', '192.169.0.1', '11.0.0.1', '2001:db8::1', '::ffff:8.8.8.8', '', 'fe'])(
  'takes “%s” for no such address',
  (address) => expect(isPrivateAddress(address)).toBe(false),
)
