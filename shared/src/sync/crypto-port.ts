// The cryptography that sync needs, handed in: WebCrypto, @noble, or a cheap stand-in for simulations.

/** An AES-256-GCM key. `open` gives undefined for whatever was not sealed by this key with these arguments. */
export interface SealingKey {
  /** Ciphertext with the 16-byte tag behind it. */
  seal(nonce: Uint8Array, plaintext: Uint8Array, additional: Uint8Array): Promise<Uint8Array>
  open(nonce: Uint8Array, sealed: Uint8Array, additional: Uint8Array): Promise<Uint8Array | undefined>
}

export interface VerifyingKey {
  /** False for a wrong signature, a signature of a wrong length and a key that is no point. */
  verify(signature: Uint8Array, data: Uint8Array): Promise<boolean>
}

export interface SigningKey {
  /** 32 bytes. */
  readonly publicKey: Uint8Array
  /** An Ed25519 signature, 64 bytes, deterministic. */
  sign(data: Uint8Array): Promise<Uint8Array>
}

/** What a relay needs: it holds no key. */
export interface RelayCrypto {
  sha256(data: Uint8Array): Promise<Uint8Array>
  /** Never rejects: a key that is none verifies nothing. */
  verifyingKey(publicKey: Uint8Array): Promise<VerifyingKey>
}

export interface CryptoPort extends RelayCrypto {
  readonly name: string
  /** Cryptographically strong in production, seeded in simulations. */
  randomBytes(length: number): Uint8Array
  hmacSha256(key: Uint8Array, data: Uint8Array): Promise<Uint8Array>
  /** HKDF-SHA-256 without salt, 32 bytes. */
  hkdfSha256(secret: Uint8Array, info: Uint8Array): Promise<Uint8Array>
  /** From 32 bytes. */
  sealingKey(key: Uint8Array): Promise<SealingKey>
  /** From a seed of 32 bytes. */
  signingKey(seed: Uint8Array): Promise<SigningKey>
}
