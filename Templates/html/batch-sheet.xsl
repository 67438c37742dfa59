<?xml version="1.0" encoding="UTF-8"?>
<!-- The sheet that lies first in a print file: what the printers have got and how it is to be printed. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns="http://www.w3.org/1999/xhtml" xmlns:b="urn:trygghetsregister:batch:1"
                xmlns:f="urn:trygghetsregister:functions:1" exclude-result-prefixes="b f">
  <xsl:import href="parts/page.xsl"/>

  <xsl:variable name="batch" select="/b:batch"/>
  <xsl:variable name="title" select="f:message('batch.title', 'year', string($batch/@year))"/>
  <xsl:variable name="place" select="f:message(concat('batch.', $batch/@route), 'code', string($batch/@code), 'municipality', string($batch/@municipality))"/>

  <xsl:template match="/b:batch">
    <xsl:call-template name="page">
      <xsl:with-param name="title" select="concat($title, ', ', $place)"/>
      <xsl:with-param name="body">
        <header>
          <p><xsl:value-of select="b:issuer"/></p>
          <dl><div><dt><xsl:value-of select="f:message('batch.made')"/></dt><dd><xsl:value-of select="@made"/></dd></div></dl>
        </header>
        <main>
          <h1><xsl:value-of select="$title"/></h1>
          <p class="outcome"><xsl:value-of select="$place"/></p>
          <table class="facts">
            <caption><xsl:value-of select="f:message('batch.content')"/></caption>
            <tbody>
              <xsl:call-template name="row">
                <xsl:with-param name="label" select="f:message('batch.part')"/>
                <xsl:with-param name="value" select="f:message('batch.part-of', 'part', string(@part), 'parts', string(@parts))"/>
              </xsl:call-template>
              <xsl:call-template name="row">
                <xsl:with-param name="label" select="f:message('batch.letters')"/>
                <xsl:with-param name="value" select="f:amount(string(@letters))"/>
              </xsl:call-template>
              <xsl:for-each select="b:size">
                <xsl:call-template name="row">
                  <xsl:with-param name="label" select="f:message('batch.of-pages', 'pages', string(@pages))"/>
                  <xsl:with-param name="value" select="f:amount(string(@letters))"/>
                </xsl:call-template>
              </xsl:for-each>
              <xsl:call-template name="row">
                <xsl:with-param name="label" select="f:message('batch.sheets')"/>
                <xsl:with-param name="value" select="f:amount(string(@sheets))"/>
              </xsl:call-template>
              <xsl:call-template name="row">
                <xsl:with-param name="label" select="f:message('batch.first')"/>
                <xsl:with-param name="value" select="@first"/>
              </xsl:call-template>
              <xsl:call-template name="row">
                <xsl:with-param name="label" select="f:message('batch.last')"/>
                <xsl:with-param name="value" select="@last"/>
              </xsl:call-template>
            </tbody>
          </table>
          <h2><xsl:value-of select="f:message('batch.how')"/></h2>
          <ul>
            <li><xsl:value-of select="f:message('batch.duplex')"/></li>
            <li><xsl:value-of select="f:message('batch.envelope')"/></li>
            <li><xsl:value-of select="f:message(concat('batch.order-', @route))"/></li>
            <li><xsl:value-of select="f:message('batch.remove')"/></li>
          </ul>
        </main>
        <footer><p class="identity"><xsl:value-of select="concat($title, ', ', $place)"/></p></footer>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <xsl:template name="row">
    <xsl:param name="label"/>
    <xsl:param name="value"/>
    <tr>
      <th scope="row"><xsl:value-of select="$label"/></th>
      <td><xsl:value-of select="$value"/></td>
    </tr>
  </xsl:template>
</xsl:stylesheet>
