<?xml version="1.0" encoding="UTF-8"?>
<!-- The budget memorandum: every figure of the source beside the same figure recomputed, and what moves the sums. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns="http://www.w3.org/1999/xhtml"
  xmlns:m="urn:trygghetsregister:memorandum:1" exclude-result-prefixes="m">
  <xsl:output method="xml" encoding="UTF-8" doctype-system="about:legacy-compat"/>

  <!-- The bars are for the screen: `screen` or `page`. -->
  <xsl:param name="medium" select="'screen'"/>

  <xsl:template match="/m:memorandum">
    <html lang="sv">
      <head>
        <meta charset="utf-8"/>
        <meta name="viewport" content="width=device-width, initial-scale=1"/>
        <title>Budget</title>
        <xsl:if test="$medium = 'screen'"><style>
          body { font: 1rem/1.45 Georgia, serif; max-width: 46rem; margin: 2rem auto; padding: 0 1rem; color: #111; background: #fff }
          table { width: 100%; border-collapse: collapse; margin: 1rem 0 } th, td { text-align: left; padding: .25rem .5rem; border-bottom: 1px solid #bbb }
          .number { text-align: right; white-space: nowrap } .deviates { font-weight: bold }
          .bar { display: block; height: .8rem; background: #456 } caption { text-align: left; font-weight: bold }
        </style></xsl:if>
      </head>
      <body>
        <main>
          <h1>Budget</h1>
          <xsl:for-each select="m:area">
            <h2><xsl:value-of select="@title"/></h2>
            <table>
              <caption>Källans siffror omräknade</caption>
              <thead><tr><th scope="col">Post</th><th scope="col">Rad</th><th scope="col" class="number">Källan</th><th scope="col" class="number">Omräknat</th><th scope="col">Utfall</th></tr></thead>
              <tbody>
                <xsl:for-each select="m:line">
                  <tr>
                    <xsl:if test="@deviates = 'true'"><xsl:attribute name="class">deviates</xsl:attribute></xsl:if>
                    <th scope="row"><xsl:value-of select="."/></th>
                    <td><xsl:value-of select="@line"/></td>
                    <td class="number"><xsl:value-of select="@stated"/></td>
                    <td class="number"><xsl:value-of select="@recomputed"/></td>
                    <td><xsl:choose><xsl:when test="@deviates = 'true'">avviker</xsl:when><xsl:when test="@stated">stämmer</xsl:when><xsl:otherwise>anges inte</xsl:otherwise></xsl:choose></td>
                  </tr>
                </xsl:for-each>
              </tbody>
            </table>
            <xsl:for-each select="m:doubt"><p>Rad <xsl:value-of select="@line"/>, <xsl:value-of select="@quantity"/>: <xsl:value-of select="."/></p></xsl:for-each>
            <xsl:if test="m:case">
              <table>
                <caption>Känslighet, första året</caption>
                <thead><tr><th scope="col">Antagande</th><th scope="col">Värde</th><th scope="col" class="number">Kostnad</th><xsl:if test="$medium = 'screen'"><th scope="col">I bild</th></xsl:if></tr></thead>
                <tbody>
                  <xsl:for-each select="m:case">
                    <tr>
                      <th scope="row"><xsl:value-of select="@quantity"/></th>
                      <td><xsl:value-of select="@value"/></td>
                      <td class="number"><xsl:value-of select="@first-year"/></td>
                      <xsl:if test="$medium = 'screen'"><td><span class="bar" style="width:{@share}%"/></td></xsl:if>
                    </tr>
                  </xsl:for-each>
                </tbody>
              </table>
            </xsl:if>
          </xsl:for-each>
          <p><strong>Första året: <xsl:value-of select="@first-year"/>. Årlig drift: <xsl:value-of select="@running"/>.</strong></p>
        </main>
      </body>
    </html>
  </xsl:template>
</xsl:stylesheet>
