// What an installed app shows of itself: name, icons, colours, and the ways in.
export const webManifest = {
  id: '/',
  name: 'Yokoten',
  short_name: 'Yokoten',
  description: 'A room for a team that leads itself: board, map and agreements, online and offline.',
  lang: 'en',
  start_url: '/',
  scope: '/',
  display: 'standalone' as const,
  background_color: '#f4f1ea',
  theme_color: '#f6f4ee',
  categories: ['productivity', 'business'],
  icons: [
    { src: '/icon.svg', sizes: 'any', type: 'image/svg+xml' },
    { src: '/icon-192.png', sizes: '192x192', type: 'image/png' },
    { src: '/icon-512.png', sizes: '512x512', type: 'image/png' },
    { src: '/icon-maskable-192.png', sizes: '192x192', type: 'image/png', purpose: 'maskable' as const },
    { src: '/icon-maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' as const },
  ],
}
