// The address says where one is: #/people. Back, forward, links and typed addresses tell the
// application; where the application goes by itself is only written down.

function followRoutes(tell) {
  history.scrollRestoration = 'manual';
  addEventListener('hashchange', () => tell('routeChanged', { route: location.hash }));
  return {
    set({ route, how }) {
      if (location.hash === route) return;
      // On some local pages the history may not be written; the route then stays unsaid.
      try { history[how === 'push' ? 'pushState' : 'replaceState'](null, '', route || location.pathname + location.search); } catch { /* file:// */ }
    },
  };
}
