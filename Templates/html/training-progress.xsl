<?xml version="1.0" encoding="UTF-8"?>
<!-- How far participants have come: a section for each, with a bar for each module. The figures beside a bar say the
     same, so the picture is hidden from those who listen. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns="http://www.w3.org/1999/xhtml" xmlns:t="urn:trygghetsregister:training-progress:1"
                xmlns:f="urn:trygghetsregister:functions:1" exclude-result-prefixes="t f">
  <xsl:import href="parts/page.xsl"/>
  <xsl:import href="parts/letter.xsl"/>

  <xsl:variable name="title" select="f:message(concat('progress.', /t:training-progress/@programme))"/>

  <xsl:template match="/t:training-progress">
    <xsl:call-template name="page">
      <xsl:with-param name="title" select="$title"/>
      <xsl:with-param name="body">
        <xsl:call-template name="letterhead"/>
        <main>
          <h1>
            <span class="kicker"><xsl:value-of select="f:message('progress.as-of', 'day', string(@issued))"/></span>
            <xsl:value-of select="$title"/>
          </h1>
          <xsl:apply-templates select="t:participant"/>
        </main>
        <footer><p class="identity"><xsl:value-of select="concat($title, ', ', @issued)"/></p></footer>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="t:participant">
    <section>
      <h2><xsl:value-of select="concat(t:name, ', ', @number)"/></h2>
      <xsl:if test="@started">
        <p>
          <xsl:value-of select="f:message('progress.started', 'day', string(@started))"/>
          <xsl:if test="@provider"><xsl:value-of select="concat(' ', @provider, '.')"/></xsl:if>
        </p>
      </xsl:if>
      <p class="lead">
        <xsl:choose>
          <xsl:when test="@completed"><xsl:value-of select="f:message('progress.completed', 'day', string(@completed))"/></xsl:when>
          <xsl:otherwise>
            <xsl:variable name="credited"><xsl:call-template name="length"><xsl:with-param name="minutes" select="@credited"/></xsl:call-template></xsl:variable>
            <xsl:variable name="required"><xsl:call-template name="length"><xsl:with-param name="minutes" select="@required"/></xsl:call-template></xsl:variable>
            <xsl:value-of select="f:message('progress.so-far', 'credited', string($credited), 'required', string($required))"/>
          </xsl:otherwise>
        </xsl:choose>
      </p>
      <table class="progress">
        <thead>
          <tr>
            <th scope="col"><xsl:value-of select="f:message('progress.module')"/></th>
            <th scope="col" class="number"><xsl:value-of select="f:message('progress.recorded')"/></th>
            <th scope="col" class="number"><xsl:value-of select="f:message('progress.credited')"/></th>
            <th scope="col" class="number"><xsl:value-of select="f:message('progress.missing')"/></th>
          </tr>
        </thead>
        <tbody><xsl:apply-templates select="t:module"/></tbody>
      </table>
      <xsl:if test="t:note">
        <section class="note">
          <h3><xsl:value-of select="f:message('progress.notes')"/></h3>
          <xsl:for-each select="t:note">
            <p><strong><xsl:value-of select="@session"/></strong>: <xsl:value-of select="."/></p>
          </xsl:for-each>
        </section>
      </xsl:if>
    </section>
  </xsl:template>

  <xsl:template match="t:module">
    <!-- A module with free minutes is measured by the whole training. -->
    <xsl:variable name="whole">
      <xsl:choose>
        <xsl:when test="@required"><xsl:value-of select="@required"/></xsl:when>
        <xsl:otherwise><xsl:value-of select="../@required"/></xsl:otherwise>
      </xsl:choose>
    </xsl:variable>
    <tr>
      <th scope="row">
        <xsl:value-of select="concat(@code, ' ', .)"/>
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 8" width="300" height="8" aria-hidden="true">
          <rect x="0" y="0" width="300" height="8" rx="2" class="absent"/>
          <xsl:if test="@credited &gt; 0">
            <rect x="0" y="0" height="8" rx="2" class="present">
              <xsl:attribute name="width"><xsl:value-of select="format-number(300 * (@credited &gt; $whole) * $whole div $whole + 300 * (@credited &lt;= $whole) * @credited div $whole, '0.##')"/></xsl:attribute>
            </rect>
          </xsl:if>
        </svg>
      </th>
      <td class="number"><xsl:call-template name="length"><xsl:with-param name="minutes" select="@recorded"/></xsl:call-template></td>
      <td class="number"><xsl:call-template name="length"><xsl:with-param name="minutes" select="@credited"/></xsl:call-template></td>
      <td class="number">
        <xsl:choose>
          <xsl:when test="@missing = 0">–</xsl:when>
          <xsl:when test="@required"><xsl:call-template name="length"><xsl:with-param name="minutes" select="@missing"/></xsl:call-template></xsl:when>
          <xsl:otherwise><xsl:value-of select="f:message('progress.block')"/></xsl:otherwise>
        </xsl:choose>
      </td>
    </tr>
  </xsl:template>

  <!-- 59 h 30 min, which reads the same in both languages. -->
  <xsl:template name="length">
    <xsl:param name="minutes"/>
    <xsl:variable name="hours" select="floor($minutes div 60)"/>
    <xsl:variable name="rest" select="$minutes mod 60"/>
    <xsl:if test="$hours &gt; 0"><xsl:value-of select="concat($hours, '&#160;h')"/></xsl:if>
    <xsl:if test="$hours &gt; 0 and $rest &gt; 0">&#160;</xsl:if>
    <xsl:if test="$rest &gt; 0 or $hours = 0"><xsl:value-of select="concat($rest, '&#160;min')"/></xsl:if>
  </xsl:template>
</xsl:stylesheet>
