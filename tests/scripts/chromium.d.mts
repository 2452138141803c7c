/** The path of a Chromium on this machine, or undefined. CHROME_PATH comes first. */
export function findChromium(): Promise<string | undefined>
/** The same, installing one where none is found. */
export function ensureChromium(): Promise<string>
