// Other tools' files and our own: file text into changes or documents, and back.
export * from './backup'
export * from './trello'
