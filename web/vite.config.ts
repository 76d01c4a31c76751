import { defineConfig } from 'vitest/config';
import { writeKeys } from './tools/string_keys.mjs';

const server = process.env.RYADOM_URL ?? 'http://127.0.0.1:8080';

const policy = "default-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'";

export default defineConfig({
  plugins: [
    {
      name: 'string-keys',
      buildStart: () => writeKeys(),
      handleHotUpdate: ({ file }) => {
        if (file.includes('/strings/')) writeKeys();
      },
    },
  ],
  esbuild: { jsx: 'automatic', jsxImportSource: 'preact' },
  // The same policy as the server's, so that the tests of the built pages meet it.
  preview: { headers: { 'Content-Security-Policy': policy } },
  // The server answers only pages of its own origin, so the proxy speaks as one.
  server: { proxy: { '/api': { target: server, changeOrigin: true, headers: { origin: server } } } },
  build: {
    target: 'es2020',
    // Inlined assets would be data: URLs, which the content security policy refuses.
    assetsInlineLimit: 0,
    cssCodeSplit: true,
    reportCompressedSize: false,
    modulePreload: { polyfill: false },
  },
  test: {
    environment: 'happy-dom',
    include: ['src/**/*.test.{ts,tsx}'],
    setupFiles: ['src/lib/test_setup.ts'],
  },
});
