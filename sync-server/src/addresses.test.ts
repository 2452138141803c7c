import type { NetworkInterfaceInfo } from 'node:os'
import { expect, it } from 'vitest'
import { lanAddresses, startLines } from './addresses'

const info = (address: string, internal = false) =>
  ({ family: 'IPv4', address, internal }) as NetworkInterfaceInfo

it('finds the addresses that a phone may reach', () => {
  const interfaces = {
    lo: [info('127.0.0.1', true)],
    eth0: [info('192.168.1.20'), { family: 'IPv6', address: 'fe80::1' } as NetworkInterfaceInfo],
    docker0: [info('172.17.0.1')],
    usb0: [info('169.254.3.4')],
  }
  expect(lanAddresses(interfaces)).toEqual(['192.168.1.20'])
})
it('prints the address and its code, and no code where no phone can come', () => {
  const withCode = startLines(8787, ['192.168.1.20'], false)
  expect(withCode).toContain('http://localhost:8787')
  expect(withCode).toContain('http://192.168.1.20:8787')
  expect(withCode).toMatch(/[█▀▄]/)
  expect(startLines(8787, [], false)).not.toMatch(/[█▀▄]/)
})
