import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { developmentLedger } from './development/ledger.ts';

export default defineConfig(({ mode }) => ({
  plugins: [react(), tailwindcss(), mode === 'development' && developmentLedger()],
  build: {
    outDir: 'target/site/META-INF/resources',
    emptyOutDir: true,
    target: 'es2023',
    // A data address would need the policy to allow it for fonts and scripts.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  test: {
    environment: 'happy-dom',
    include: ['src/**/*.test.{ts,tsx}'],
    setupFiles: ['src/testing/setup.ts'],
    restoreMocks: true,
  },
}));
