import { lingui, linguiTransformerBabelPreset } from '@lingui/vite-plugin';
import babel from '@rolldown/plugin-babel';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig(({ isSsrBuild }) => ({
  root: import.meta.dirname,
  // Messages stay beside the code: English needs no catalogue, and a text without a translation shows its English.
  plugins: [
    babel({ presets: [linguiTransformerBabelPreset({ descriptorFields: 'message' }, { cwd: import.meta.dirname })] }),
    lingui({ cwd: import.meta.dirname, macroTransform: false, failOnCompileError: true }),
    react(),
  ],
  ssr: { noExternal: [/^@tabler\//, /^@fontsource-variable\//] },
  // Nothing is inlined as data: addresses, which the content security policy refuses for fonts.
  build: {
    assetsInlineLimit: 0,
    sourcemap: true,
    ...(isSsrBuild
      ? { outDir: 'dist/server', copyPublicDir: false, target: 'node24' }
      : { outDir: 'dist/client', manifest: true, target: 'baseline-widely-available', rollupOptions: { input: 'src/main.tsx' } }),
  },
}));
