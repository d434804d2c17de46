import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { takeToken } from './api/session';
import { App } from './app/App';
import './styles.css';

const root = document.getElementById('root');
const address = document.querySelector<HTMLMetaElement>('meta[name="ledger-address"]')?.content ?? '/';

if (root) {
  const token = takeToken(location, history);
  createRoot(root).render(
    <StrictMode>
      <App base={new URL(address, location.origin).href} token={token} />
    </StrictMode>,
  );
}
