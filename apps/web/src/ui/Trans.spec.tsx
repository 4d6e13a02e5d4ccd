import { setupI18n } from '@lingui/core';
import { I18nProvider } from '@lingui/react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it, vi } from 'vitest';
import { Trans } from './Trans.tsx';

it('a title that holds a tag is shown as it was typed, beside the tags of the message', () => {
  const heard = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const i18n = setupI18n({ locale: 'en', messages: { en: {} } });
  const shown = (title: string) => renderToStaticMarkup(<I18nProvider i18n={i18n}><Trans id="x" message="Shared <0>{title}</0> with {n}" values={{ title, n: 2 }} components={{ 0: <b /> }} /></I18nProvider>);
  expect(shown('A v B')).toBe('Shared <b>A v B</b> with 2');
  expect(shown('<script>1</script> <0/> </0>')).toBe('Shared <b>&lt;script&gt;1&lt;/script&gt; &lt;0/&gt; &lt;/0&gt;</b> with 2');
  expect(heard).not.toHaveBeenCalled();
  heard.mockRestore();
});
