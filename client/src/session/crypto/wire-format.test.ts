import type { CryptoPort } from '@yokoten/shared/sync'
import { bytesToHex, createFrames, createHello, deriveTeamKeys, formatInvitation } from '@yokoten/shared/sync'
import { describe, expect, it } from 'vitest'
import { createNobleCrypto } from './noble-crypto'
import { createWebCrypto } from './web-crypto'

/** Everything that the secret 00 01 02 … 1f must give, with a nonce of fixed bytes. */
async function formatOf(port: CryptoPort) {
  const crypto: CryptoPort = { ...port, randomBytes: (length) => new Uint8Array(length).fill(0x5a) }
  const editSecret = Uint8Array.from({ length: 32 }, (_, index) => index)
  const keys = await deriveTeamKeys(crypto, { mode: 'edit', editSecret })
  const doc = await keys.documentId('board/example')
  const frames = createFrames(crypto, keys)
  const seal = async (type: 'update' | 'presence') => {
    const body = Uint8Array.of(1, 2, 3)
    const content = { schema: { min: 1, max: 2 }, body, vector: new Map([['ab'.repeat(16), 3]]) }
    const strand = '57'.repeat(16)
    const frame = await frames.seal({ type, doc, strand, seq: type === 'update' ? 9 : 0, content })
    if (!frame.ok) throw new Error(frame.error.reason)
    return bytesToHex(frame.value)
  }
  const to = { nonce: new Uint8Array(32).fill(7), version: 1, origin: 'https://yokoten.example' }
  return {
    team: keys.team,
    writerKey: bytesToHex(keys.writerKey),
    readerKey: bytesToHex(keys.readerKey),
    contentRoot: bytesToHex(keys.contentRoot),
    doc,
    edit: keys.invitations.edit && formatInvitation(keys.invitations.edit),
    view: formatInvitation(keys.invitations.view),
    update: await seal('update'),
    presence: await seal('presence'),
    proof: bytesToHex((await createHello(keys, to)).proof),
  }
}

describe('wire format', () => {
  it('K4 F11 H3 a fixed secret gives these keys, ids, invitations, frames and proof', async () => {
    expect(await formatOf(createNobleCrypto())).toMatchInlineSnapshot(`
      {
        "contentRoot": "5f48ee5a2b91ddc35670a75352999181b191b92c6eb19b275443ed1279dfca94",
        "doc": "5c7c5a3126cb1a8d81e0a30d1b045442",
        "edit": "#e.AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh-mQcH6",
        "presence": "0104df56122898a669c75a8f9cbe70213f745c7c5a3126cb1a8d81e0a30d1b04544257575757575757575757575757575757000000005a5a5a5a5a5a5a5a5a5a5a5aefc8865fcc6079cccdf07e5a7a52d8038f604f75f128bc7e3760f9bb590f678cc9f5d6f1da67e6b33aff67d4e999f8e2d7894694f2284f4f8c7c1774b98f1d771cca558cc1b1418cdaf5e77f8808aed0cc8c50b4e62caba72afd53e6d8db88f9a9be6f86cef11fc58bfb1f04f3fada43515eabec637e53b3e19d4e96605cad49dbdb67028838c484e0abd553c52177424e73478cc2ac8104359074675f845c72d881e91442766af539c32b16d827940aabadc69ff8d55c77ffb2b7887c66a19779f6c7af387964e67c84b6036b312409",
        "proof": "2fe223f1785012cd2bf52c8acd4f9f6d81937a79d630734b218aec4f7ff23c01bf87f11636e64c577d5ca315f30d08d69e07617ed1869dd6b5f817e3f1b0950c",
        "readerKey": "d579cbb586b28cc3e0dec63e8a56117d2992c78783b710e05b759a989d89b995",
        "team": "df56122898a669c75a8f9cbe70213f74",
        "update": "0101df56122898a669c75a8f9cbe70213f745c7c5a3126cb1a8d81e0a30d1b04544257575757575757575757575757575757000000095a5a5a5a5a5a5a5a5a5a5a5af494702558d78654b4adc007bab193ce691fe6c6922596cc62928f5df1a1962cb1fed1498a998260f312cf516d143cb07f52f1cf3b12d6aaf80652b22d3a26adb2b996c4761bb66e3662e659eac819337225b3e28fea9bab77fc26ac8fadae4b4210b47b5bfc81171cf287fc8a5720bba8ea1382263645b73feac6dc9b477ac86b351b20204835ead75302bd35e5cc4a7fd8c6cd54691bbed2c1ef8a59ead02f79fca55a4b87c22034bbcc6cb3d68f51e6c06bb1c2c85c69b8cb881986c2b300f7a9573149c91a0d378cf2b07a39f20d",
        "view": "#v.vq8_h0jMpqHbO-o7vQ22zB6muUfF31DK5--kpdXPIGI.EmqsKKWG5scKffKLwWsl0t74gId9jF2FrGagtR1v38ERjhcI",
        "writerKey": "126aac28a586e6c70a7df28bc16b25d2def880877d8c5d85ac66a0b51d6fdfc1",
      }
    `)
  })
  it('K4 F11 H3 WebCrypto and @noble give the same bytes', async () => {
    expect(await formatOf(createWebCrypto())).toEqual(await formatOf(createNobleCrypto()))
  })
})
