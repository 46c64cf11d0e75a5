// Lines to relays: a WebSocket each, of whole binary messages. What comes after a line was closed from
// this side is not told.

function makeLines(tell) {
  const sockets = new Map();
  // Told a moment later: an effect is carried out inside the event that caused it.
  const ended = (line) => { if (sockets.delete(line)) tell('lineClosed', { line }); };

  return {
    open({ line, address }) {
      sockets.set(line, null);
      let socket;
      try { socket = new WebSocket(address); } catch { queueMicrotask(() => ended(line)); return; }
      sockets.set(line, socket);
      socket.binaryType = 'arraybuffer';
      socket.onopen = () => { if (sockets.has(line)) tell('lineOpened', { line }); };
      socket.onmessage = ({ data }) => {
        if (sockets.has(line) && data instanceof ArrayBuffer) tell('lineHeard', { line, message: new Uint8Array(data) });
      };
      socket.onclose = () => ended(line);
    },
    send({ line, message }) {
      const socket = sockets.get(line);
      if (socket && socket.readyState === WebSocket.OPEN) socket.send(message);
    },
    close({ line }) {
      const socket = sockets.get(line);
      sockets.delete(line);
      if (socket) socket.close();
    },
  };
}
