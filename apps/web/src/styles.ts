// Everything a first page needs. A part with styles of its own brings them along.
import '@mantine/core/styles/default-css-variables.layer.css';
import './fonts.css';
import './base.css';
