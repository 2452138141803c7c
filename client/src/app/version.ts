// Which build this is: the package's version and a hash of the sources.
declare const __APP_VERSION__: string

export const appVersion: string = __APP_VERSION__
