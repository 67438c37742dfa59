<?xml version="1.0" encoding="UTF-8"?>
<!-- The memorandum: every figure of the source beside the same figure recomputed, what moves the sums, what the drafts mean
     and why, and the source's own words. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns="http://www.w3.org/1999/xhtml"
  xmlns:m="urn:trygghetsregister:memorandum:1" exclude-result-prefixes="m">
  <xsl:output method="xml" encoding="UTF-8" doctype-system="about:legacy-compat"/>

  <!-- Pages have a style and a table of contents of their own: `screen` or `page`. -->
  <xsl:param name="medium" select="'screen'"/>

  <xsl:template match="/m:memorandum">
    <html lang="sv">
      <head>
        <meta charset="utf-8"/>
        <meta name="viewport" content="width=device-width, initial-scale=1"/>
        <title>Promemoria om kostnader och utkast</title>
        <xsl:if test="$medium = 'screen'"><style>
          body { font: 1rem/1.45 Georgia, serif; max-width: 46rem; margin: 2rem auto; padding: 0 1rem; color: #111; background: #fff }
          table { width: 100%; border-collapse: collapse; margin: 1rem 0 } th, td { text-align: left; padding: .25rem .5rem; border-bottom: 1px solid #bbb }
          .number { text-align: right; white-space: nowrap } .deviates { font-weight: bold } .total { font-weight: bold }
          caption, figcaption { text-align: left; font-weight: bold } figure { margin: 1rem 0 } svg { width: 100%; height: auto }
          .present { fill: #0b5a60 } svg text { font: 13px Georgia, serif; fill: #111 } h2 { margin-top: 3rem } h3 { margin-top: 2rem }
        </style></xsl:if>
      </head>
      <body>
        <main>
          <h1>Promemoria om kostnader och utkast</h1>
          <xsl:if test="$medium = 'page'"><nav role="doc-toc"/></xsl:if>
          <xsl:if test="count(m:area) &gt; 1"><xsl:call-template name="summary"/></xsl:if>
          <xsl:apply-templates select="m:area"/>
          <xsl:if test="m:effect">
            <h2>Konsekvenser</h2>
            <xsl:for-each select="m:effect">
              <h3><xsl:value-of select="@title"/></h3>
              <xsl:for-each select="m:p"><p><xsl:value-of select="."/></p></xsl:for-each>
            </xsl:for-each>
          </xsl:if>
          <xsl:if test="m:commentary">
            <h2>Författningskommentar</h2>
            <xsl:for-each select="m:commentary">
              <h3>Förslaget till <xsl:value-of select="@title"/></h3>
              <xsl:for-each select="m:comment"><h4><xsl:value-of select="@section"/></h4><p><xsl:value-of select="."/></p></xsl:for-each>
            </xsl:for-each>
          </xsl:if>
          <h2>Bilaga: förslagen ordagrant</h2>
          <xsl:for-each select="m:verbatim">
            <h3><xsl:value-of select="@id"/> (rad <xsl:value-of select="@line"/>)</h3>
            <p><xsl:value-of select="."/></p>
          </xsl:for-each>
        </main>
      </body>
    </html>
  </xsl:template>

  <xsl:template name="summary">
    <h2>Alla områden</h2>
    <table>
      <caption>Omräknade summor</caption>
      <thead><tr><th scope="col">Område</th><th scope="col" class="number">Första året</th><th scope="col" class="number">Därefter per år</th></tr></thead>
      <tbody>
        <xsl:for-each select="m:area">
          <tr><th scope="row"><xsl:value-of select="@title"/></th><td class="number"><xsl:value-of select="@first-year"/></td><td class="number"><xsl:value-of select="@running"/></td></tr>
        </xsl:for-each>
      </tbody>
      <tfoot><tr class="total"><th scope="row">Summa</th><td class="number"><xsl:value-of select="@first-year"/></td><td class="number"><xsl:value-of select="@running"/></td></tr></tfoot>
    </table>
    <xsl:call-template name="chart">
      <xsl:with-param name="title" select="'Kostnad första året per område'"/>
      <xsl:with-param name="bars" select="m:area"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="m:area">
    <h2><xsl:value-of select="@title"/></h2>
    <table>
      <caption>Källans siffror omräknade</caption>
      <thead><tr><th scope="col">Post</th><th scope="col" class="number">Rad</th><th scope="col" class="number">Källan</th><th scope="col" class="number">Omräknat</th><th scope="col" class="number">Utfall</th></tr></thead>
      <tbody>
        <xsl:for-each select="m:line">
          <tr>
            <th scope="row"><xsl:value-of select="."/></th>
            <td class="number"><xsl:value-of select="@line"/></td>
            <td class="number"><xsl:value-of select="@stated"/></td>
            <td class="number"><xsl:value-of select="@recomputed"/></td>
            <td class="number"><xsl:choose><xsl:when test="@deviates = 'true'"><strong>avviker <xsl:value-of select="@deviation"/></strong></xsl:when><xsl:when test="@stated">stämmer</xsl:when><xsl:otherwise>anges inte</xsl:otherwise></xsl:choose></td>
          </tr>
        </xsl:for-each>
      </tbody>
    </table>
    <xsl:if test="m:doubt">
      <h3>Tveksamt i källan</h3>
      <ul>
        <xsl:for-each select="m:doubt">
          <li>Rad <xsl:value-of select="@line"/>. <xsl:value-of select="translate(substring(., 1, 1), 'abcdefghijklmnopqrstuvwxyzåäö', 'ABCDEFGHIJKLMNOPQRSTUVWXYZÅÄÖ')"/><xsl:value-of select="substring(., 2)"/></li>
        </xsl:for-each>
      </ul>
    </xsl:if>
    <xsl:if test="m:case">
      <h3>Känslighet</h3>
      <table>
        <caption>Kostnad första året när ett antagande ändras</caption>
        <thead><tr><th scope="col">Antagande</th><th scope="col" class="number">Värde</th><th scope="col" class="number">Kostnad</th></tr></thead>
        <tbody>
          <xsl:for-each select="m:case">
            <tr>
              <th scope="row"><xsl:value-of select="@quantity"/></th>
              <td class="number"><xsl:value-of select="@value"/></td>
              <td class="number"><xsl:value-of select="@first-year"/></td>
            </tr>
          </xsl:for-each>
        </tbody>
      </table>
      <xsl:call-template name="chart">
        <xsl:with-param name="title" select="'Kostnad första året när ett antagande ändras'"/>
        <xsl:with-param name="bars" select="m:case"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <!-- Bars with their values beside them. The table above says the same, so the title alone describes the picture. -->
  <xsl:template name="chart">
    <xsl:param name="title"/>
    <xsl:param name="bars"/>
    <figure>
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 620 {count($bars) * 24}" role="img">
        <title><xsl:value-of select="$title"/></title>
        <xsl:for-each select="$bars">
          <xsl:variable name="y" select="(position() - 1) * 24"/>
          <text x="0" y="{$y + 16}" font-size="12">
            <xsl:choose>
              <xsl:when test="self::m:area"><xsl:value-of select="@title"/></xsl:when>
              <xsl:otherwise><xsl:value-of select="@quantity"/>: <xsl:value-of select="@value"/></xsl:otherwise>
            </xsl:choose>
          </text>
          <rect x="250" y="{$y + 4}" width="{format-number(@share * 2.5 + 1, '0.#')}" height="16" class="present"/>
          <text x="{format-number(258 + @share * 2.5, '0.#')}" y="{$y + 16}" font-size="12"><xsl:value-of select="@first-year"/></text>
        </xsl:for-each>
      </svg>
      <figcaption><xsl:value-of select="$title"/></figcaption>
    </figure>
  </xsl:template>
</xsl:stylesheet>
