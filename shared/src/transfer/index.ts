// Other tools' files and our own: file text into changes or documents, and back.
export * from './backup'
export * from './boards'
export * from './csv'
export * from './export'
export * from './opening'
export * from './text'
